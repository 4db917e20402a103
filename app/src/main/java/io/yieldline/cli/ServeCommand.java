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

/** Runs the plant until it is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        header = "Run the plant: watch the inbox, keep the schedule, send alerts, answer on HTTP.",
        description = {
            "Holds the plant until it is told to stop (Ctrl-C, or SIGTERM), which takes ten seconds at most. Commands given in"
                    + " the meantime are run by the server, with the same output and exit code. Settings: section serve in yieldline.yaml."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant serve",
            "  yieldline --home plant serve --port 9000",
            "  curl http://127.0.0.1:8480/health/ready"
        })
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Listen on this port (default: the setting serve: port, 8480).")
    @Nullable
    Integer port;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        options.server().ifPresent(server -> {
            throw new UserError(ExitCode.LOCKED, "this plant has a server already: " + server.address());
        });
        ServeSettings settings = ServeSettings.of(options.plant().settings());
        Serving serving = Serving.start(
                OpenPlant.open(options.plant(), options.clock()),
                options.clock(),
                port == null ? settings : settings.withPort(port));
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            serving.close();
            ended.countDown();
        }));
        options.console().line("Serving " + serving.description() + "; stop with Ctrl-C.");
        serving.firstPassword()
                .ifPresent(file -> options.console().line("The first password of user admin is in " + file + "."));
        options.console().text("");
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
