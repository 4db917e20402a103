package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.finding.Finding;
import io.yieldline.finding.Findings;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what the data says now. */
public final class FindingsOperation implements Operation<Findings.Question, FindingsOperation.Listed> {
    /** The name of this operation. */
    public static final String NAME = "findings";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "List what the data says now, the greatest loss first.";

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
    public Listed run(Findings.Question question, Context context) {
        return context.warehouse()
                .read(session -> new Listed(Findings.lookedUpTo(session).orElse(null), Findings.of(session, question)));
    }

    /**
     * The findings, ranked.
     *
     * @param day the last day of the data that was looked at; null if nobody has looked yet
     */
    public record Listed(@Nullable LocalDate day, List<Finding> findings) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return findings.size();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "finding") + (day == null ? "" : ", data up to " + day);
        }
    }
}
