package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.alert.Alerting;
import io.yieldline.alert.Alerting.ChannelStanding;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.warehouse.Table;
import java.util.List;

/** Lists alerts and the state of each channel. */
public final class AlertsOperation implements Operation<AlertsOperation.Parameters, AlertsOperation.Listed> {
    /** The name of this operation. */
    public static final String NAME = "alerts";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List open alerts and message delivery; test channels, mute alerts.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [--all]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Listed run(Parameters parameters, Context context) {
        try (Alerting alerting = context.alerting()) {
            return new Listed(alerting.list(parameters.all(), parameters.limit()), alerting.channels());
        }
    }

    /**
     * The parameters.
     *
     * @param all whether to include cleared alerts
     * @param limit maximum number of alerts
     */
    public record Parameters(boolean all, int limit) {}

    /** The alerts, newest first, and the channels. */
    public record Listed(Table alerts, List<ChannelStanding> channels) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(alerts.rows().size(), "alert");
        }
    }
}
