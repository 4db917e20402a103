package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Spans;
import io.yieldline.operation.AlertMuteOperation;
import io.yieldline.operation.AlertMuteOperation.Muted;
import io.yieldline.operation.Operation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mutes an alert. */
@Command(
        name = "mute",
        mixinStandardHelpOptions = true,
        header = "Say nothing of an alert for a while, nor when its cause comes back.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant alerts mute 12 --until 2025-04-25",
            "  yieldline --home plant alerts mute 12 --until 8h",
            "  yieldline --home plant alerts mute 12 --until now"
        })
final class AlertsMuteCommand extends PlantCommand<AlertMuteOperation.Parameters, Muted> {
    @Parameters(paramLabel = "ALERT", description = "The number of the alert.")
    long alert;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            required = true,
            description =
                    "The end: a day (its midnight), a time like 2025-04-25T06:00, a span like 8h or 2d; now to end it.")
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
        if (until.equals("now")) {
            return now;
        }
        return Spans.parse(until).map(now::plus).orElseGet(this::moment);
    }

    private LocalDateTime moment() {
        try {
            return until.contains("T")
                    ? LocalDateTime.parse(until)
                    : LocalDate.parse(until).atStartOfDay();
        } catch (DateTimeException e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "\"" + until + "\" is no time; write a day like 2025-04-25, a time like 2025-04-25T06:00, or 8h");
        }
    }
}
