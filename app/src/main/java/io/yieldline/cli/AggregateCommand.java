package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.DayRange;
import io.yieldline.mart.Scope;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Rebuilt;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.warehouse.Table;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Refreshes the marts. */
@Command(
        mixinStandardHelpOptions = true,
        header = AggregateOperation.PURPOSE,
        description = "Rebuilds the days and weeks whose records changed. The result is the same as a full rebuild.",
        footer = {
            "",
            "Examples:",
            "  yieldline aggregate",
            "  yieldline aggregate --mode all",
            "  yieldline aggregate --week 2025-W16 --mart station_yield_weekly"
        })
final class AggregateCommand extends PlantCommand<AggregateOperation.Parameters, AggregateOperation.Aggregated> {
    /** The extent of the rebuild. */
    enum Mode {
        RECENT,
        ALL
    }

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "recent",
            description = "recent: changed days and weeks (default); all: full rebuild.")
    Mode mode = Mode.RECENT;

    @Option(names = "--mart", paramLabel = "MART", description = "Refresh only this mart; repeatable.")
    List<String> marts = List.of();

    @Mixin
    RangeOptions days = new RangeOptions();

    @Override
    Operation<AggregateOperation.Parameters, AggregateOperation.Aggregated> operation() {
        return new AggregateOperation();
    }

    @Override
    AggregateOperation.Parameters parameters() {
        return new AggregateOperation.Parameters(scope(), marts);
    }

    @Override
    void print(AggregateOperation.Aggregated result, Console console) {
        List<Rebuilt> rebuilt = result.marts().stream()
                .filter(mart -> mart.partitions() > 0 || mart.failure() != null)
                .toList();
        if (!rebuilt.isEmpty()) {
            console.table(new Table(
                    List.of("mart", "days or weeks", "rows deleted", "rows inserted", "took"),
                    rebuilt.stream().map(AggregateCommand::row).toList()));
        }
        result.remarks().forEach(console::line);
        console.line(result.summary() + ".");
    }

    private static List<Object> row(Rebuilt mart) {
        return List.of(
                mart.mart(), mart.partitions(), mart.deleted(), mart.inserted(), DurationFormat.of(mart.seconds()));
    }

    private Scope scope() {
        DayRange range = days.range();
        if (range.from() == null && range.to() == null) {
            return mode == Mode.ALL ? new Scope.All() : new Scope.Recent();
        }
        if (range.from() == null || range.to() == null) {
            throw new UserError(ExitCode.USAGE, "--from and --to belong together; write both, or --day");
        }
        return new Scope.Range(range.from(), range.to());
    }
}
