package io.yieldline.cli;

import io.yieldline.operation.load.IngestOperation;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that loads exports. */
abstract class ExportsCommand extends PlantCommand<IngestOperation.Parameters, IngestOperation.Loaded> {
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
    IngestOperation.Parameters parameters() {
        return new IngestOperation.Parameters(paths, maxRejected);
    }

    @Override
    void print(IngestOperation.Loaded loaded, Console console) {
        loaded.remarks().forEach(console::line);
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
