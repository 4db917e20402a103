package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.yieldline.api.CommandRoutes;
import io.yieldline.plant.Home;
import io.yieldline.plant.ServerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A command line whose server says nothing: because it is stopped, or because its command takes long. */
@Tag("faults")
@Timeout(60)
class SilentServerTest {
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
    }

    @Test
    void stopped_isSaidAfterTenSeconds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            register(silent.getLocalPort());

            assertThat(cli.run("status"))
                    .isEqualTo(
                            new Cli.Ran(
                                    11,
                                    "",
                                    "yieldline: the server (pid " + PID + " on 127.0.0.1:" + silent.getLocalPort()
                                            + ") that holds the plant has given no sign of life for 10 seconds; it may be stopped:"
                                            + " continue it with kill -CONT " + PID + ", or end it with kill -9 " + PID
                                            + " and start it again; the command may have completed: see yieldline --home TEMP/plant runs\n"));
        }
    }

    @Test
    void atWork_isWaitedFor() throws IOException {
        CommandRoutes commands = new CommandRoutes("token", (call, output) -> {
            sleep();
            output.out().print("done\n");
            return 3;
        });
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    commands.addTo(config.routes);
                })
                .start("127.0.0.1", 0);
        try {
            register(server.port());

            assertThat(cli.run("status")).isEqualTo(new Cli.Ran(3, "done\n", ""));
        } finally {
            server.stop();
        }
    }

    private void register(int port) throws IOException {
        new ServerAddress("127.0.0.1", port, PID, "token").enter(new Home(temp.resolve("plant")));
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(12);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
