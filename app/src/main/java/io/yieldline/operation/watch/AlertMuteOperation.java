package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.alert.Alerting;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.time.LocalDateTime;

/** Mutes an alert until a time. */
public final class AlertMuteOperation implements Operation<AlertMuteOperation.Parameters, AlertMuteOperation.Muted> {
    /** The name of this operation. */
    public static final String NAME = "alerts mute";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Mute an alert until a given time, even if its cause comes back.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
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
     * @param until end of the mute, in plant time; a time in the past unmutes
     */
    public record Parameters(long alert, LocalDateTime until) {}

    /** The muted alert, and the end of the mute. */
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
