package io.yieldline.cli;

import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertMuteOperation;
import io.yieldline.operation.watch.AlertMuteOperation.Muted;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mutes an alert. */
@Command(
        name = "mute",
        mixinStandardHelpOptions = true,
        header = AlertMuteOperation.PURPOSE,
        footer = {
            "",
            "Examples:",
            "  yieldline alerts mute 12 --until 2025-04-25",
            "  yieldline alerts mute 12 --until 8h",
            "  yieldline alerts mute 12 --until now"
        })
final class AlertsMuteCommand extends PlantCommand<AlertMuteOperation.Parameters, Muted> {
    @Parameters(paramLabel = "ALERT", description = "Number of the alert.")
    long alert;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            required = true,
            description =
                    "End of the mute: a date (midnight), a time such as 2025-04-25T06:00, a duration such as 8h or 2d, or now to unmute.")
    String until = "";

    @Override
    Operation<AlertMuteOperation.Parameters, Muted> operation() {
        return new AlertMuteOperation();
    }

    @Override
    AlertMuteOperation.Parameters parameters() {
        LocalDateTime now = LocalDateTime.ofInstant(
                        options().clock().instant(),
                        options().plant().settings().zone())
                .withNano(0);
        return new AlertMuteOperation.Parameters(alert, until(now));
    }

    @Override
    void print(Muted result, Console console) {
        console.line(result.summary() + ".");
    }

    private LocalDateTime until(LocalDateTime now) {
        try {
            if (until.matches("[0-9]+[a-z]")) {
                return now.plus(TimeInput.duration(until));
            }
            return until.equals("now") ? now : moment();
        } catch (InvalidInput | DateTimeException e) {
            throw new InvalidInput(
                    until, "is not a valid time; write a date as 2025-04-25, a time as 2025-04-25T06:00, or 8h");
        }
    }

    private LocalDateTime moment() {
        return until.contains("T")
                ? LocalDateTime.parse(until)
                : TimeInput.day(until).atStartOfDay();
    }
}
