package io.yieldline.cli;

import io.yieldline.api.subscription.SubscribedAlerts;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertOperation;
import io.yieldline.operation.watch.AlertOperation.Alerted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Evaluates the alert rules and sends messages. */
@Command(
        mixinStandardHelpOptions = true,
        header = AlertOperation.PURPOSE,
        description = "Opens an alert for each new cause, closes cleared alerts, and sends messages to the channels"
                + " in the settings, after what is due to subscribers. A message that cannot be delivered is retried by later runs. Exit code 4:"
                + " a message was not delivered.",
        footer = {"", "Examples:", "  yieldline alert", "  yieldline alert --retry-failed"})
final class AlertCommand extends PlantCommand<AlertOperation.Parameters, Alerted> {
    @Option(names = "--retry-failed", description = "Also retry messages that were given up.")
    boolean retryFailed;

    @Override
    Operation<AlertOperation.Parameters, Alerted> operation() {
        return new SubscribedAlerts();
    }

    @Override
    AlertOperation.Parameters parameters() {
        return new AlertOperation.Parameters(retryFailed);
    }

    /** It runs every few minutes and would fill the run log; alerts and outbox record its work. */
    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Alerted result, Console console) {
        result.failures().forEach(failure -> console.line("cannot evaluate the rule " + failure));
        result.attempts().forEach(attempt -> console.line(AlertsText.line(attempt)));
        console.line(result.summary() + ".");
    }
}
