package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.DiffOperation;
import io.yieldline.operation.ask.DiffOperation.Compared;
import io.yieldline.store.Evenings;
import io.yieldline.store.SnapshotDifference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two snapshots. */
@Command(
        mixinStandardHelpOptions = true,
        header = DiffOperation.PURPOSE,
        description = {
            "A snapshot is a name, latest, or a day, which stands for its evening; see: yieldline snapshots",
            "It lists each cell of each mart with its number before and after; a row that came or went has numbers on one side"
                    + " only. CSV and JSON list all cells."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline diff 2025-05-19 2025-05-20",
            "  yieldline diff 20250520-231500 latest --table station_yield_daily",
            "  yieldline diff 2025-05-19 --format csv > changed.csv"
        })
final class DiffCommand extends PlantCommand<DiffOperation.Parameters, Compared> {
    private static final long LISTED = 100;

    @Parameters(index = "0", paramLabel = "SNAPSHOT", description = "The earlier snapshot.")
    String before = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SNAPSHOT",
            defaultValue = Evenings.LATEST,
            description = "The later one (default: latest).")
    String after = Evenings.LATEST;

    @Option(names = "--table", paramLabel = "MART", description = "Only this mart.")
    @Nullable
    String mart;

    @Mixin
    FormatOption format = new FormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of cells (default: 100 as text, all as CSV and JSON).")
    @Nullable
    Integer limit;

    @Override
    Operation<DiffOperation.Parameters, Compared> operation() {
        return new DiffOperation();
    }

    @Override
    DiffOperation.Parameters parameters() {
        return new DiffOperation.Parameters(before, after, mart, limit == null ? usual() : Long.valueOf(limit));
    }

    private @Nullable Long usual() {
        return format.format == FormatOption.Format.TABLE
                        && !options().console().json()
                ? LISTED
                : null;
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Compared result) {
        return result.difference();
    }

    @Override
    void print(Compared result, Console console) {
        SnapshotDifference difference = result.difference();
        switch (format.format) {
            case TABLE -> new DiffText(difference, console).print(result.summary());
            case CSV -> console.csv(difference.table());
            case JSON -> console.json(difference);
        }
    }
}
