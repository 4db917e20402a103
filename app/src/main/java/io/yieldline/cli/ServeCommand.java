package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.ServeSettings;
import io.yieldline.operation.OpenPlant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Runs the server until it is stopped. */
@Command(
        mixinStandardHelpOptions = true,
        header = "Run the server: inbox, schedule, alerts, dashboard and REST API.",
        description = "Runs until it is stopped with Ctrl-C or SIGTERM, which takes ten seconds at most. Meanwhile,"
                + " the server runs all commands for this plant, with the same output and exit code. Settings:"
                + " section serve in yieldline.yaml.",
        footer = {
            "",
            "Examples:",
            "  yieldline serve",
            "  yieldline serve --port 9000",
            "  curl http://127.0.0.1:8480/health/ready"
        })
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on (default: setting serve: port, or 8480).")
    @Nullable
    Integer port;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        options.server().ifPresent(server -> {
            throw new UserError(ExitCode.LOCKED, "a server already runs for this plant: " + server.address());
        });
        ServeSettings settings = ServeSettings.of(options.plant().settings());
        Serving serving = Serving.start(
                options.turn().await(() -> OpenPlant.open(options.plant(), options.clock())),
                options.clock(),
                port == null ? settings : settings.withPort(port),
                options::plantFromFiles,
                options.settingsFile());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            ended.countDown();
        }));
        options.console().line("Serving " + serving.description() + "; stop with Ctrl-C.");
        serving.firstPassword()
                .ifPresent(file -> options.console().line("The initial password of user admin is in " + file + "."));
        options.console().flush();
        await(ended);
        return ExitCode.DONE.number();
    }

    private static void await(CountDownLatch ended) {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
