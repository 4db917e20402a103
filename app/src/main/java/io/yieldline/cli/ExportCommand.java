package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ExportOperation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes marts to files. */
@Command(
        mixinStandardHelpOptions = true,
        header = ExportOperation.PURPOSE,
        footer = {
            "",
            "Examples:",
            "  yieldline export --folder out",
            "  yieldline export packing_daily weekly_summary --format xlsx --week 2025-W16"
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

    @Mixin
    RangeOptions days = new RangeOptions();

    @Override
    Operation<ExportOperation.Parameters, ExportOperation.Exported> operation() {
        return new ExportOperation();
    }

    @Override
    ExportOperation.Parameters parameters() {
        return new ExportOperation.Parameters(
                tables, days.range(), folder, format.name().toLowerCase(Locale.ROOT));
    }

    @Override
    void print(ExportOperation.Exported exported, Console console) {
        exported.files().forEach(file -> console.line(file.file() + "  " + Counted.of(file.rows(), "row")));
        console.line(exported.summary() + ".");
    }
}
