package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ExportOperation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes marts to files. */
@Command(
        mixinStandardHelpOptions = true,
        header = ExportOperation.PURPOSE,
        description = {
            "With --live, one Excel workbook has a sheet for each mart or view. Its tables refresh themselves from the server"
                    + " with Data > Refresh All; Excel asks once for a token."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline export --folder out",
            "  yieldline export packing_daily weekly_summary --format xlsx --week 2025-W16",
            "  yieldline export --live --server http://plant:8480 --out yield.xlsx"
        })
final class ExportCommand extends PlantCommand<ExportOperation.Parameters, ExportOperation.Exported> {
    /** File formats. */
    enum Format {
        CSV,
        XLSX
    }

    @Parameters(arity = "0..*", paramLabel = "MART", description = "Marts and views (default: all marts).")
    List<String> tables = List.of();

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "export",
            description = "Folder for the files (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("export");

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv", description = "csv (default) or xlsx.")
    Format format = Format.CSV;

    @Option(names = "--live", description = "Write one workbook that refreshes itself from the server.")
    boolean live;

    @Nullable
    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "With --live: address of the server (default: alerts: dashboard of the settings, or this machine).")
    String server;

    @Nullable
    @Option(names = "--out", paramLabel = "FILE", description = "With --live: file of the workbook.")
    Path out;

    @Mixin
    RangeOptions days = new RangeOptions();

    @Override
    Operation<ExportOperation.Parameters, ExportOperation.Exported> operation() {
        return new ExportOperation();
    }

    @Override
    ExportOperation.Parameters parameters() {
        if (live == (out == null) || (server != null && !live)) {
            throw new UserError(
                    ExitCode.USAGE, "a live workbook is written with --live --out FILE.xlsx, and perhaps --server URL");
        }
        return new ExportOperation.Parameters(
                tables,
                days.range(),
                folder,
                format.name().toLowerCase(Locale.ROOT),
                out == null ? null : new ExportOperation.Live(out, server));
    }

    @Override
    void print(ExportOperation.Exported exported, Console console) {
        exported.files().forEach(file -> console.line(file.file() + "  " + Counted.of(file.rows(), "row")));
        console.line(exported.summary() + ".");
    }
}
