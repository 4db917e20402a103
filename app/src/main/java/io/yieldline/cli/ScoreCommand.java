package io.yieldline.cli;

import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.ScoreOperation;
import io.yieldline.quality.Score;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the data-quality score. */
@Command(
        mixinStandardHelpOptions = true,
        header = ScoreOperation.PURPOSE,
        description = "Uses the latest result of every check. To update the results, run: yieldline check",
        footer = {"", "Examples:", "  yieldline score", "  yieldline score --details"})
final class ScoreCommand extends PlantCommand<ScoreOperation.Parameters, ScoreOperation.Scored> {
    @Option(names = "--details", description = "Also print the contribution of each check.")
    boolean details;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<ScoreOperation.Parameters, ScoreOperation.Scored> operation() {
        return new ScoreOperation();
    }

    @Override
    ScoreOperation.Parameters parameters() {
        return new ScoreOperation.Parameters();
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(ScoreOperation.Scored result, Console console) {
        format.print(dimensions(result.score()), console, () -> printText(result, console));
    }

    private void printText(ScoreOperation.Scored result, Console console) {
        if (result.score().points() == null) {
            console.line("No check has run yet; run: " + console.command("check"));
            return;
        }
        console.table(dimensions(result.score()));
        if (details) {
            console.table(shares(result.score()));
        }
        console.line(
                "score " + result.score().words() + ", by the results since " + CsvTable.text(result.since()) + ".");
        if (!result.unknown().isEmpty()) {
            console.line("Not included, because they could not run: " + String.join(", ", result.unknown()) + "; see: "
                    + console.command("check " + String.join(" ", result.unknown())));
        }
        if (!result.neverRun().isEmpty()) {
            console.line("Not included, because they have never run: " + String.join(", ", result.neverRun()));
        }
        console.line(result.formula() + ".");
    }

    private static Table dimensions(Score score) {
        return new Table(
                List.of("dimension", "checks", "numerator", "denominator", "points"),
                score.dimensions().stream()
                        .map(dimension -> List.<Object>of(
                                dimension.dimension().word(),
                                dimension.checks(),
                                dimension.earned().setScale(4, RoundingMode.HALF_UP),
                                dimension.weight(),
                                points(dimension.points())))
                        .toList());
    }

    private static Table shares(Score score) {
        return new Table(
                List.of("check", "dimension", "weight", "good", "total"),
                score.shares().stream()
                        .map(share -> List.<Object>of(
                                share.check(), share.dimension().word(), share.weight(), share.good(), share.total()))
                        .toList());
    }

    private static Object points(@Nullable BigDecimal points) {
        return points == null ? "n/a" : points;
    }
}
