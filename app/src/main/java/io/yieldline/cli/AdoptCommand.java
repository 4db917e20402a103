package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Plant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Makes a database that of this home. */
@Command(
        mixinStandardHelpOptions = true,
        header = "Make the database in the settings the one of this home.",
        description = {
            "A home opens only its own database: both name the same plant. Needed after the file"
                    + " data/plant-id was lost, or to change from one engine to the other.",
            "Nothing is loaded or deleted. The home takes the id of the plant from the database; a"
                    + " database without one takes it from the home."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline adopt",
            "  yieldline --database \"jdbc:postgresql://db/plant?user=me\" adopt"
        })
final class AdoptCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    @Override
    public Integer call() {
        YieldlineCommand options = Objects.requireNonNull(parent);
        Plant plant = Plants.open(options);
        Adopted adopted = new Adopted(
                plant.settings().plant(),
                OpenPlant.adopt(plant, options.clock()),
                plant.home().directory().toString());
        Console console = options.console();
        if (console.json()) {
            console.json(adopted);
        } else {
            console.line("The home " + adopted.home + " and its database are plant \"" + adopted.plant + "\" now ("
                    + adopted.id + ").");
        }
        return ExitCode.DONE.number();
    }

    private record Adopted(String plant, String id, String home) {}
}
