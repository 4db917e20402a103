package io.yieldline.operation;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.explain.Explain;
import io.yieldline.explain.Explanation;
import java.util.Map;

/** Explains a number of a mart: the records behind it, and what was left out and why. */
public final class ExplainOperation implements Operation<ExplainOperation.Parameters, ExplainOperation.Explained> {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Explained run(Parameters parameters, Context context) {
        return new Explained(
                new Explain(context.warehouse(), context.feeds()).explain(parameters.mart(), parameters.keys()));
    }

    /**
     * Which number.
     *
     * @param mart the name of a mart
     * @param keys values of its keys as text; a key that is left out stands for all its values, an empty text for blank
     */
    public record Parameters(String mart, Map<String, String> keys) {}

    /** The explanation. */
    public record Explained(Explanation explanation) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return explanation.records().rows().size();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "record") + " behind "
                    + explanation.mart() + ", "
                    + Counted.of(explanation.leftOut().rows().size(), "row") + " left out";
        }
    }
}
