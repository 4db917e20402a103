package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.insight.RetestSettings;
import io.yieldline.insight.Retests;
import io.yieldline.insight.RetestsQuestion;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;

/** Tells what became of units that failed at the test boards. */
public final class RetestsOperation implements Operation<RetestsQuestion, RetestsOperation.Answer> {
    /** The name of this operation. */
    public static final String NAME = "retests";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Tell whether failed units or their fixtures were bad.";

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
        return NAME + " --from DAY --to DAY";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Answer run(RetestsQuestion question, Context context) {
        RetestSettings settings = RetestSettings.of(context.plant().settings());
        return new Answer(question, context.warehouse().read(session -> Retests.of(question, settings, session)));
    }

    /** The answer. */
    public record Answer(RetestsQuestion question, Retests retests) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return retests.total().failed();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "failed unit") + ", " + retests.total().notRetested() + " not retested yet";
        }
    }
}
