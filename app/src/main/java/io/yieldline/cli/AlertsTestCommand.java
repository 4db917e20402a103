package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertTestOperation;
import io.yieldline.operation.watch.AlertTestOperation.Tested;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tries channels out. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        header = "Send a test message and say what happened.",
        footer = {"", "Examples:", "  yieldline --home plant alerts test", "  yieldline --home plant alerts test mail"})
final class AlertsTestCommand extends PlantCommand<AlertTestOperation.Parameters, Tested> {
    @Parameters(arity = "0..1", paramLabel = "CHANNEL", description = "Which channel (default: all).")
    @Nullable
    String channel;

    @Override
    Operation<AlertTestOperation.Parameters, Tested> operation() {
        return new AlertTestOperation();
    }

    @Override
    AlertTestOperation.Parameters parameters() {
        return new AlertTestOperation.Parameters(channel);
    }

    @Override
    void print(Tested result, Console console) {
        result.attempts()
                .forEach(attempt ->
                        console.line(attempt.channel() + ": " + (attempt.arrived() ? "it works" : attempt.error())));
        console.line(result.summary() + ".");
    }
}
