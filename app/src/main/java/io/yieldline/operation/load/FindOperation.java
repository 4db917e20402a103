package io.yieldline.operation.load;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.finding.FindingRefresh;
import io.yieldline.finding.FindingRefresh.Outcome;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at the data for findings and keeps them. */
public final class FindOperation implements Operation<FindOperation.Parameters, FindOperation.Looked> {
    /** The name of this operation. */
    public static final String NAME = "findings refresh";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Look at the data for findings, as each refresh of the marts does.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Looked run(Parameters parameters, Context context) {
        FindingRefresh refresh = new FindingRefresh(context.parts());
        if (parameters.replayFrom() != null) {
            return new Looked(refresh.replay(parameters.replayFrom(), parameters.day()));
        }
        return new Looked(parameters.day() == null ? refresh.refresh() : refresh.refresh(parameters.day()));
    }

    /**
     * What to look at.
     *
     * @param day the last day; null for the newest complete day with records
     * @param replayFrom forget the findings and look again day by day, from this day; null to go on
     */
    public record Parameters(
            @Nullable LocalDate day, @Nullable LocalDate replayFrom) {}

    /** What it came to. */
    public record Looked(Outcome outcome) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return outcome.begun();
        }

        @Override
        public List<String> remarks() {
            return outcome.begun() + outcome.ended() == 0
                    ? List.of()
                    : List.of("findings: " + summary() + "; see: yieldline findings");
        }

        @Override
        public String summary() {
            if (outcome.day() == null) {
                return outcome.looked()
                        ? outcome.ended() + " ended, no complete day with records is left"
                        : "no complete day with records yet";
            }
            String open = Counted.of(outcome.open(), "open finding") + ", data up to " + outcome.day();
            return outcome.looked()
                    ? outcome.begun() + " new, " + outcome.ended() + " ended, " + open
                    : "nothing changed: " + open;
        }
    }
}
