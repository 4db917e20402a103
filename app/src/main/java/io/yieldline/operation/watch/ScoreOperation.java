package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.CheckResult;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Score;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes the data-quality score from the latest result of every check of the plant. */
public final class ScoreOperation implements Operation<ScoreOperation.Parameters, ScoreOperation.Scored> {
    /** The name of this operation. */
    public static final String NAME = "score";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show the data-quality score: five numbers from 0 to 100.";

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
    public Scored run(Parameters parameters, Context context) {
        Set<String> checks = Checks.names(context.plant());
        List<StoredResult> latest = new CheckHistory(context.warehouse()).latest(checks);
        return new Scored(
                latest.stream()
                        .map(StoredResult::finishedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Score.FORMULA,
                Score.of(latest.stream().map(StoredResult::result).toList(), checks.size()),
                latest.stream()
                        .map(StoredResult::result)
                        .filter(result -> result.outcome() == Outcome.COULD_NOT_RUN)
                        .map(CheckResult::check)
                        .toList(),
                checks.stream()
                        .filter(check -> latest.stream()
                                .noneMatch(stored -> stored.result().check().equals(check)))
                        .toList());
    }

    /** No parameters. */
    public record Parameters() {}

    /**
     * The score.
     *
     * @param since time of the oldest result, in plant time; null if no check has run
     * @param formula definition
     * @param unknown checks that could not run, which the score leaves out
     * @param neverRun checks without a result over all days, which the score leaves out
     */
    public record Scored(
            @Nullable LocalDateTime since, String formula, Score score, List<String> unknown, List<String> neverRun)
            implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return score.points() == null ? "no score yet; run: yieldline check" : "score " + score.words();
        }
    }
}
