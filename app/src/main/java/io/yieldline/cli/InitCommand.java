package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.plant.Plant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Creates a plant. */
@Command(
        mixinStandardHelpOptions = true,
        header = "Create a plant: directories, commented settings, rules.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant init",
            "  yieldline --home plant init --name \"Board plant 2\" --zone America/Chicago",
            "  yieldline --home old-numbers --profile etl-v2 init"
        })
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    /** Where a plant is of which nobody said where. */
    static final String ZONE = "America/New_York";

    @Option(names = "--name", paramLabel = "NAME", defaultValue = "plant", description = "Name of the plant.")
    String name = "plant";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = ZONE,
            description = "Time zone of the plant (default: ${DEFAULT-VALUE}).")
    ZoneId zone = ZoneId.of(ZONE);

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        Plant plant = Plant.init(options.plantHome(), name, zone, options.chosenProfile());
        Console console = options.console();
        if (console.json()) {
            console.json(new Made(
                    plant.home().directory().toString(),
                    plant.home().settingsFile().toString(),
                    plant.home().rulesFile().toString()));
            return ExitCode.DONE.number();
        }
        console.line("Created plant in " + plant.home().directory() + " (plant time: " + zone + ", rules: "
                + plant.settings().profile().label() + ").");
        console.line("  settings  " + plant.home().settingsFile());
        console.line("  rules     " + plant.home().rulesFile());
        console.line("Next: " + console.command("ingest FILE_OR_FOLDER..."));
        return ExitCode.DONE.number();
    }

    /** The created files. */
    record Made(String home, String settings, String rules) {}
}
