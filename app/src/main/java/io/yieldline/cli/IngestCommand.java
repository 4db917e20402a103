package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads exports. */
@Command(
        mixinStandardHelpOptions = true,
        header = IngestOperation.PURPOSE,
        description = "Each export is archived first. It is then loaded completely in one transaction, or parked"
                + " with a reason. A file with the same bytes is loaded only once, whatever its name. Your"
                + " files are never changed or deleted.",
        footer = {
            "",
            "Examples:",
            "  yieldline ingest workstationOutputReport.xls",
            "  yieldline ingest exports/2025-04 exports/2025-05",
            "  yieldline ingest --max-rejected 20 damaged.xlsx"
        })
final class IngestCommand extends PlantCommand<IngestOperation.Parameters, IngestOperation.Loaded> {
    @Parameters(arity = "1..*", paramLabel = "FILE_OR_FOLDER", description = "Exports, or folders of exports.")
    List<Path> paths = List.of();

    @Option(
            names = "--max-rejected",
            paramLabel = "PERCENT",
            description =
                    "Park an export if more than PERCENT of its rows are rejected (default: from the settings, or 5).")
    @Nullable
    BigDecimal maxRejected;

    @Override
    Operation<IngestOperation.Parameters, IngestOperation.Loaded> operation() {
        return new IngestOperation();
    }

    @Override
    IngestOperation.Parameters parameters() {
        return new IngestOperation.Parameters(paths, maxRejected);
    }

    @Override
    void print(IngestOperation.Loaded loaded, Console console) {
        IngestText.print(loaded, console);
    }

    /** Creates the plant if needed, so that a first ingest does not require init. */
    @Override
    void prepare() {
        Home home = options().plantHome();
        if (!home.exists()) {
            Plant.init(home, "plant", ZoneId.of(InitCommand.ZONE), options().chosenProfile());
            options().console().note("Created a new plant in " + home.directory() + ".");
        }
    }
}
