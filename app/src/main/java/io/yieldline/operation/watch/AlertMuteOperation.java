package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.time.LocalDateTime;

/** Keeps an alert from being told for a while. */
public final class AlertMuteOperation implements Operation<AlertMuteOperation.Parameters, AlertMuteOperation.Muted> {
    @Override
    public String name() {
        return "alerts mute";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Muted run(Parameters parameters, Context context) {
        try (Alerting alerting = context.alerting()) {
            if (!alerting.mute(parameters.alert(), parameters.until())) {
                throw new UserError(
                        ExitCode.USAGE, "there is no alert " + parameters.alert() + "; see: yieldline alerts --all");
            }
            return new Muted(parameters.alert(), parameters.until());
        }
    }

    /**
     * What to mute.
     *
     * @param alert the number of the alert
     * @param until until when, in plant time; a time that is over ends it
     */
    public record Parameters(long alert, LocalDateTime until) {}

    /** What is muted, and until when. */
    public record Muted(long alert, LocalDateTime until) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return "alert " + alert + " and its cause are muted until " + CsvTable.text(until);
        }
    }
}
