package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.AlertOperation.Alerted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for what is wrong and tells people. */
@Command(
        name = "alert",
        mixinStandardHelpOptions = true,
        header = "Look for what is wrong and send what is due; for cron.",
        description = {
            "Opens an alert for each new cause, closes those that cleared, and sends messages to the channels in the"
                    + " settings. A message that does not arrive is tried again at later runs. Exit code 4: something did not arrive."
        },
        footer = {"", "Examples:", "  yieldline --home plant alert", "  yieldline --home plant alert --retry-failed"})
final class AlertCommand extends PlantCommand<AlertOperation.Parameters, Alerted> {
    @Option(names = "--retry-failed", description = "Also try messages again that were given up.")
    boolean retryFailed;

    @Override
    Operation<AlertOperation.Parameters, Alerted> operation() {
        return new AlertOperation();
    }

    @Override
    AlertOperation.Parameters parameters() {
        return new AlertOperation.Parameters(retryFailed);
    }

    /** It runs every few minutes and would bury all else in the run log; alerts and outbox keep what it did. */
    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Alerted result, Console console) {
        result.failures().forEach(failure -> console.line("cannot ask the rule " + failure));
        result.attempts().forEach(attempt -> console.line(AlertsText.line(attempt)));
        console.line(result.summary() + ".");
    }
}
