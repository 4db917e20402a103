package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Score;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how good the data is, by the latest result of every check that the plant has. */
public final class ScoreOperation implements Operation<ScoreOperation.Parameters, ScoreOperation.Scored> {
    @Override
    public String name() {
        return "score";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Scored run(Parameters parameters, Context context) {
        Checks checks = Checks.of(context.plant());
        List<String> known = checks.all().stream().map(check -> check.name()).toList();
        List<StoredResult> latest = new CheckHistory(context.warehouse())
                .latest().stream()
                        .filter(stored -> known.contains(stored.result().check()))
                        .toList();
        return new Scored(
                latest.stream()
                        .map(StoredResult::finishedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                Score.FORMULA,
                Score.of(latest.stream().map(StoredResult::result).toList()));
    }

    /** Nothing to say. */
    public record Parameters() {}

    /**
     * The score.
     *
     * @param since the time of the oldest result in it, in plant time; null while no check has run
     * @param formula how it comes about
     */
    public record Scored(@Nullable LocalDateTime since, String formula, Score score) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return score.points() == null
                    ? "no score yet; run: yieldline check"
                    : "score " + score.points() + " of 100";
        }
    }
}
