package io.yieldline.operation;

import io.yieldline.backup.BackupSettings;
import io.yieldline.feed.Feeds;
import io.yieldline.insight.RetestSettings;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Plant;
import io.yieldline.quality.CheckSettings;
import io.yieldline.quality.Checks;
import io.yieldline.report.ReportSettings;
import io.yieldline.schedule.Schedule;

/** The files of a plant as they were read: settings, rules and checks, and its feeds. Custom marts are read at the start only. */
public record PlantFiles(Plant plant, Feeds feeds) {
    /**
     * Reads the feeds of a plant.
     *
     * @throws io.yieldline.UserError with file and line, if a feed cannot be used
     */
    public static PlantFiles of(Plant plant) {
        return new PlantFiles(plant, Feeds.of(plant.home().feeds()));
    }

    /** The parts of a plant with these files. */
    PlantParts over(PlantParts parts) {
        return new PlantParts(plant, parts.marts().over(feeds), parts.warehouse(), parts.clock());
    }

    /** Reads what is otherwise read when it is needed. */
    void check() {
        Checks.of(plant);
        CheckSettings.of(plant.settings().section("checks"));
        Schedule.of(plant.settings());
        ReportSettings.of(plant.settings());
        BackupSettings.of(plant.settings());
        RetestSettings.of(plant.settings());
    }
}
