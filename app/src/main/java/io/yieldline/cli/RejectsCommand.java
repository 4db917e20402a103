package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.operation.ask.RejectsOperation.What;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists rejected rows, parked exports and outdated versions. */
@Command(
        mixinStandardHelpOptions = true,
        header = RejectsOperation.PURPOSE,
        description = "CSV and JSON include all cells of a rejected row, and long values whole.",
        footer = {
            "",
            "Examples:",
            "  yieldline rejects --export 12",
            "  yieldline rejects --format csv > rejected.csv",
            "  yieldline rejects --parked",
            "  yieldline rejects --outdated --export 12"
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
            names = "--outdated",
            description = "List versions of events that do not count, column by column beside the version that does.")
    boolean outdated;

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
        List<What> lists = new ArrayList<>();
        addIf(parked, What.PARKED, lists);
        addIf(dismissed, What.DISMISSED, lists);
        addIf(outdated, What.OUTDATED, lists);
        if (lists.size() > 1) {
            throw new UserError(ExitCode.USAGE, "write only one of --parked, --dismissed and --outdated");
        }
        return new RejectsOperation.Parameters(export, lists.isEmpty() ? What.ROWS : lists.get(0), limit);
    }

    private static void addIf(boolean given, What list, List<What> lists) {
        if (given) {
            lists.add(list);
        }
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
