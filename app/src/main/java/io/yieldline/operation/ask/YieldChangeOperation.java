package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.insight.ChangeQuestion;
import io.yieldline.insight.YieldChange;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;

/** Splits the difference between the yields of two periods. */
public final class YieldChangeOperation implements Operation<ChangeQuestion, YieldChangeOperation.Answer> {
    /** The name of this operation. */
    public static final String NAME = "change";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Explain why a yield changed between two periods.";

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
        return NAME + " --after PERIOD [--before PERIOD]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Answer run(ChangeQuestion question, Context context) {
        return new Answer(context.warehouse().read(session -> YieldChange.of(question, session)));
    }

    /** The answer. */
    public record Answer(YieldChange change) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return change.stations().size();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "station") + " compared";
        }
    }
}
