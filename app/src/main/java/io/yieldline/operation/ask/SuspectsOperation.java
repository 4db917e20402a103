package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.insight.Suspects;
import io.yieldline.insight.SuspectsQuestion;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;

/** Finds who fails more units than the mix explains. */
public final class SuspectsOperation implements Operation<SuspectsQuestion, SuspectsOperation.Answer> {
    /** The name of this operation. */
    public static final String NAME = "suspects";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Find fixtures that fail more units than their mix explains.";

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
    public Answer run(SuspectsQuestion question, Context context) {
        return new Answer(question, context.warehouse().read(session -> Suspects.of(question, session)));
    }

    /** The answer. */
    public record Answer(SuspectsQuestion question, Suspects suspects) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return suspects.suspects().count();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "suspect") + " of " + suspects.judged().size();
        }
    }
}
