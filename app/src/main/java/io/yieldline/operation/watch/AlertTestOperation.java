package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.alert.Alerting;
import io.yieldline.alert.Attempt;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a test message to verify channels. */
public final class AlertTestOperation implements Operation<AlertTestOperation.Parameters, AlertTestOperation.Tested> {
    /** The name of this operation. */
    public static final String NAME = "alerts test";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Send a test message and show the result for each channel.";

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
    public Tested run(Parameters parameters, Context context) {
        try (Alerting alerting = context.alerting()) {
            return new Tested(alerting.test(Optional.ofNullable(parameters.channel())));
        }
    }

    /**
     * The parameters.
     *
     * @param channel one channel; null for all
     */
    public record Parameters(@Nullable String channel) {}

    /** The result for each channel. */
    public record Tested(List<Attempt> attempts) implements Result {
        @Override
        public ExitCode exitCode() {
            long arrived = attempts.stream().filter(Attempt::arrived).count();
            if (arrived == attempts.size()) {
                return ExitCode.DONE;
            }
            return arrived == 0 ? ExitCode.FAILED : ExitCode.PARTLY;
        }

        @Override
        public String summary() {
            long arrived = attempts.stream().filter(Attempt::arrived).count();
            return arrived + " of " + Counted.of(attempts.size(), "channel") + " worked";
        }
    }
}
