package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.operation.ask.RejectsOperation.What;
import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists rejected rows and parked exports. */
@Command(
        mixinStandardHelpOptions = true,
        header = RejectsOperation.PURPOSE,
        description = "CSV and JSON include all cells of a rejected row, and long values whole.",
        footer = {
            "",
            "Examples:",
            "  yieldline rejects --export 12",
            "  yieldline rejects --format csv > rejected.csv",
            "  yieldline rejects --parked"
        })
final class RejectsCommand extends TableCommand<RejectsOperation.Parameters> {
    @Option(names = "--export", paramLabel = "N", description = "Only rows of this export.")
    @Nullable
    Long export;

    @Option(names = "--parked", description = "List parked exports instead of rows.")
    boolean parked;

    @Option(names = "--dismissed", description = "List dismissed exports: by whom, when and why.")
    boolean dismissed;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of entries (default: 200).")
    int limit = 200;

    @Override
    Operation<RejectsOperation.Parameters, TableResult> operation() {
        return new RejectsOperation();
    }

    @Override
    RejectsOperation.Parameters parameters() {
        if (parked && dismissed) {
            throw new UserError(ExitCode.USAGE, "write --parked or --dismissed, not both");
        }
        What exports = parked ? What.PARKED : What.DISMISSED;
        return new RejectsOperation.Parameters(export, parked || dismissed ? exports : What.ROWS, limit);
    }

    @Override
    void print(Table table, Console console) {
        // The cells of a row do not fit on a screen; they are the last column.
        boolean cells = table.columns().contains("cells");
        int shown = table.columns().size() - (cells ? 1 : 0);
        console.table(new Table(
                table.columns().subList(0, shown),
                table.rows().stream()
                        .<List<@Nullable Object>>map(row -> row.subList(0, shown))
                        .toList()));
    }
}
