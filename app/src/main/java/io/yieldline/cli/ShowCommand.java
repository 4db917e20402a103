package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ShowOperation;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a mart or view. */
@Command(
        mixinStandardHelpOptions = true,
        header = ShowOperation.PURPOSE,
        footer = {
            "",
            "Examples:",
            "  yieldline show packing_daily --day 2025-04-15 --where \"model=Tesla SXM4\"",
            "  yieldline show weekly_summary",
            "  yieldline show station_yield_daily --day 2025-05-19 --as-of 2025-05-20",
            "  yieldline show etl_v2.daily_tpy_metrics --format csv > daily.csv",
            "",
            "To list marts and views: yieldline marts"
        })
final class ShowCommand extends PlantCommand<ShowOperation.Parameters, ShowOperation.Shown> {
    @Parameters(
            paramLabel = "MART",
            description = "A mart or view, such as packing_daily or etl_v2.packing_daily_summary.")
    String table = "";

    @Mixin
    RangeOptions days = new RangeOptions();

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description = "Only rows with this value, ignoring case; repeatable.")
    Map<String, String> where = new LinkedHashMap<>();

    @Mixin
    FormatOption format = new FormatOption();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of rows.")
    @Nullable
    Integer limit;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "Show what the table said on the evening of this day, from its last snapshot.")
    @Nullable
    LocalDate asOf;

    @Override
    Operation<ShowOperation.Parameters, ShowOperation.Shown> operation() {
        return new ShowOperation();
    }

    @Override
    ShowOperation.Parameters parameters() {
        return new ShowOperation.Parameters(table, days.range(), where, limit, asOf);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(ShowOperation.Shown shown) {
        return shown.table();
    }

    @Override
    void print(ShowOperation.Shown shown, Console console) {
        format.print(shown.table(), console, () -> printText(shown, console));
    }

    private static void printText(ShowOperation.Shown shown, Console console) {
        if (!shown.table().rows().isEmpty()) {
            console.table(shown.table());
        }
        console.line(shown.summary() + ".");
    }
}
