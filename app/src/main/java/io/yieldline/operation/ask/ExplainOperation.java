package io.yieldline.operation.ask;

import io.yieldline.ExitCode;
import io.yieldline.explain.Explain;
import io.yieldline.explain.Proof;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains a number: the records behind a number of a mart, and the records left out; the numbers behind a view. */
public final class ExplainOperation implements Operation<ExplainOperation.Parameters, ExplainOperation.Explained> {
    /** The name of this operation. */
    public static final String NAME = "explain";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show the records behind a number, and which were left out and why.";

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
        return NAME + " MART [--KEY VALUE]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Explained run(Parameters parameters, Context context) {
        return new Explained(proof(parameters.mart(), parameters.keys(), parameters.asOf(), context));
    }

    private static Proof proof(String mart, Map<String, String> keys, @Nullable LocalDate asOf, Context context) {
        return asOf == null
                ? new Explain(context.warehouse(), context.marts()).prove(mart, keys)
                : EveningTables.of(asOf, context).explain(mart, context.marts(), moment -> moment.prove(mart, keys));
    }

    /**
     * The parameters.
     *
     * @param mart name of a mart, or of a view over marts
     * @param keys values of its keys as text; a missing key matches all values, an empty text matches blank
     * @param asOf explain what the mart said on the evening of this day; null for now
     */
    public record Parameters(
            String mart, Map<String, String> keys, @Nullable LocalDate asOf) {}

    /** The explanation. */
    public record Explained(Proof explanation) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return explanation.size();
        }

        @Override
        public String summary() {
            return explanation.summary();
        }
    }
}
