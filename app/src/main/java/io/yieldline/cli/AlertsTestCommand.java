package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertTestOperation;
import io.yieldline.operation.watch.AlertTestOperation.Tested;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tests channels. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        header = AlertTestOperation.PURPOSE,
        footer = {"", "Examples:", "  yieldline alerts test", "  yieldline alerts test mail"})
final class AlertsTestCommand extends PlantCommand<AlertTestOperation.Parameters, Tested> {
    @Parameters(arity = "0..1", paramLabel = "CHANNEL", description = "Channel to test (default: all).")
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
                        console.line(attempt.channel() + ": " + (attempt.arrived() ? "delivered" : attempt.error())));
        console.line(result.summary() + ".");
    }
}
