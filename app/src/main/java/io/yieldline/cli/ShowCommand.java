package io.yieldline.cli;

import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ShowOperation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a mart or view. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show the rows of a mart or view as table, CSV or JSON.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant show station_yield_daily --day 2025-04-15 --where \"model=Tesla SXM4\"",
            "  yieldline --home plant show weekly_summary",
            "  yieldline --home plant show etl_v2.daily_tpy_metrics --format csv > daily.csv",
            "",
            "yieldline marts lists what can be shown."
        })
final class ShowCommand extends PlantCommand<ShowOperation.Parameters, ShowOperation.Shown> {
    /** How rows are printed. */
    enum Format {
        TABLE,
        CSV,
        JSON
    }

    @Parameters(
            paramLabel = "MART",
            description = "A mart or view, such as packing_daily or etl_v2.packing_daily_summary.")
    String table = "";

    @Mixin
    RangeOptions days = new RangeOptions();

    @Option(
            names = "--where",
            paramLabel = "COLUMN=VALUE",
            description = "Only rows with this value, compared without case; can be given several times.")
    Map<String, String> where = new LinkedHashMap<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (default), csv or json.")
    Format format = Format.TABLE;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many rows.")
    @Nullable
    Integer limit;

    @Override
    Operation<ShowOperation.Parameters, ShowOperation.Shown> operation() {
        return new ShowOperation();
    }

    @Override
    ShowOperation.Parameters parameters() {
        return new ShowOperation.Parameters(table, days.range(), where, limit);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(ShowOperation.Shown shown, Console console) {
        switch (format) {
            case TABLE -> {
                console.table(shown.table());
                console.line(shown.summary() + ".");
            }
            case CSV -> CsvTable.write(shown.table(), console.out());
            case JSON -> console.json(objects(shown));
        }
    }

    private static List<Map<String, @Nullable Object>> objects(ShowOperation.Shown shown) {
        return shown.table().rows().stream()
                .map(row -> {
                    Map<String, @Nullable Object> object = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        object.put(shown.table().columns().get(i), row.get(i));
                    }
                    return object;
                })
                .toList();
    }
}
