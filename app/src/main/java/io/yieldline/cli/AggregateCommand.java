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

/** Brings the marts up to date. */
@Command(
        name = "aggregate",
        mixinStandardHelpOptions = true,
        header = "Bring the marts up to date with the master logs.",
        description =
                "By default only days and weeks whose records changed are rebuilt; the result is the same as a rebuild of all.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant aggregate",
            "  yieldline --home plant aggregate --mode all",
            "  yieldline --home plant aggregate --week 2025-W16 --mart station_yield_weekly"
        })
final class AggregateCommand extends PlantCommand<AggregateOperation.Parameters, AggregateOperation.Aggregated> {
    /** How much is rebuilt. */
    enum Mode {
        RECENT,
        ALL
    }

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "recent",
            description = "recent: what changed (default); all: everything.")
    Mode mode = Mode.RECENT;

    @Option(names = "--mart", paramLabel = "MART", description = "Only this mart; can be given several times.")
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
                    List.of("mart", "days or weeks", "rows out", "rows in", "took"),
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
            throw new UserError(ExitCode.USAGE, "--from and --to go together; write both, or --day");
        }
        return new Scope.Range(range.from(), range.to());
    }
}
