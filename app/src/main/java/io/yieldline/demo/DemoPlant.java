package io.yieldline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A demo plant: its exports and the true events behind them.
 *
 * @param exports in the order of their export times
 * @param truth the events behind them
 */
public record DemoPlant(List<DemoExport> exports, PlantTruth truth) {
    /** The time zone in which it stands. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Copies the lists. */
    public DemoPlant {
        exports = List.copyOf(exports);
    }

    /** Simulates the days of the settings and creates all exports in memory. */
    public static DemoPlant generate(DemoSettings settings) {
        List<ExportPeriod> periods = ExportPeriod.cut(settings);
        PlantHistory history = PlantHistory.of(settings, ExportPlan.corrected(periods));
        return new DemoPlant(ExportPlan.of(periods, history), history.truth(ExportPlan.firstHalf(periods)));
    }

    /** Writes all exports below a folder, with their export times as file times, and returns the files in that order. */
    public List<Path> writeTo(Path folder) {
        return exports.stream().map(export -> write(export, folder)).toList();
    }

    private static Path write(DemoExport export, Path folder) {
        Path file = folder.resolve(export.path());
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, export.content());
            return Files.setLastModifiedTime(file, FileTime.from(PortalTime.instant(export.madeAt())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
