package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.alert.Alerting;
import io.yieldline.alert.Alerting.Evaluation;
import io.yieldline.alert.Attempt;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.util.List;

/** Evaluates all alert rules, and sends due messages. */
public final class AlertOperation implements Operation<AlertOperation.Parameters, AlertOperation.Alerted> {
    /** The name of this operation. */
    public static final String NAME = "alert";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Evaluate the alert rules and send the messages that are due; for cron.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    /** It runs each minute, also while exports are loaded; its transactions are short. */
    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Alerted run(Parameters parameters, Context context) {
        try (Alerting alerting = context.alerting()) {
            if (parameters.retryFailed()) {
                alerting.retryFailed();
            }
            Evaluation evaluation = alerting.evaluate();
            return new Alerted(
                    evaluation.opened(),
                    evaluation.resolved(),
                    evaluation.messages(),
                    evaluation.failures(),
                    alerting.deliver());
        }
    }

    /**
     * The parameters.
     *
     * @param retryFailed whether to retry given-up messages
     */
    public record Parameters(boolean retryFailed) {}

    /**
     * The changes of alerts, and the sent messages.
     *
     * @param opened alerts that were opened
     * @param resolved alerts whose condition cleared
     * @param messages messages that were written
     * @param failures rules that could not be evaluated, and why
     * @param attempts sent or attempted messages
     */
    public record Alerted(int opened, int resolved, int messages, List<String> failures, List<Attempt> attempts)
            implements Result {
        @Override
        public ExitCode exitCode() {
            boolean all = failures.isEmpty() && attempts.stream().allMatch(Attempt::arrived);
            return all ? ExitCode.DONE : ExitCode.PARTLY;
        }

        @Override
        public String summary() {
            long sent = attempts.stream().filter(Attempt::arrived).count();
            long failed = attempts.size() - sent;
            return Counted.of(opened, "alert") + " opened, " + resolved + " cleared; " + Counted.of(sent, "message")
                    + " sent" + (failed == 0 ? "" : ", " + failed + " not");
        }
    }
}
