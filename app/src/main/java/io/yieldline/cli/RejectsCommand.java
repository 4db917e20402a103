package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was not loaded. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        header = "List rejected rows with file, row and reason, or parked exports.",
        description = "With --format csv or json a rejected row comes with all its cells.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant rejects --export 12",
            "  yieldline --home plant rejects --format csv > to-mend.csv",
            "  yieldline --home plant rejects --parked"
        })
final class RejectsCommand extends TableCommand<RejectsOperation.Parameters> {
    @Option(names = "--export", paramLabel = "N", description = "Only of this export.")
    @Nullable
    Long export;

    @Option(names = "--parked", description = "Exports that were refused whole, instead of rows.")
    boolean parked;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            converter = OptionParsers.Limit.class,
            description = "At most so many (default: 200).")
    int limit = 200;

    @Override
    Operation<RejectsOperation.Parameters, TableResult> operation() {
        return new RejectsOperation();
    }

    @Override
    RejectsOperation.Parameters parameters() {
        return new RejectsOperation.Parameters(export, parked, limit);
    }

    @Override
    void print(Table table, Console console) {
        // The cells of a whole row fit on no screen; they stand last.
        boolean cells = table.columns().contains("cells");
        int shown = table.columns().size() - (cells ? 1 : 0);
        console.table(new Table(
                table.columns().subList(0, shown),
                table.rows().stream()
                        .<List<@Nullable Object>>map(row -> row.subList(0, shown))
                        .toList()));
    }
}
