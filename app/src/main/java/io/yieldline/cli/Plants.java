package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.DatabaseAddress;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;

/** Finds the plant of the global options. */
final class Plants {
    private Plants() {}

    static Plant open(YieldlineCommand options) {
        Plant plant = Plant.open(options.plantHome());
        if (options.config != null) {
            plant = plant.with(Settings.of(YamlNode.read(options.config)));
        }
        if (options.database != null) {
            plant = plant.with(plant.settings().withDatabase(options.database));
        }
        return checked(plant, options);
    }

    private static Plant checked(Plant plant, YieldlineCommand options) {
        String database = plant.settings().database();
        if (!plant.settings().embedded() && !database.startsWith("jdbc:postgresql:")) {
            throw new UserError(
                    ExitCode.USAGE,
                    "unknown database \"" + DatabaseAddress.masked(database)
                            + "\"; write duckdb or jdbc:postgresql://host:5432/name?user=...");
        }
        if (options.profile != null
                && Profile.of(options.profile) != plant.settings().profile()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the plant in " + plant.home().directory() + " was created with profile "
                            + plant.settings().profile().label() + ", not " + options.profile
                            + "; omit --profile, or create another plant with it");
        }
        return plant;
    }
}
