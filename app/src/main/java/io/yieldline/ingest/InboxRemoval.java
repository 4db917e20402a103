package io.yieldline.ingest;

import io.yieldline.plant.Plant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Removes a processed export from the inbox. It is renamed first, so that the file that was compared with
 * the archive is the file that is deleted, even if another program writes a new file with the old name.
 */
final class InboxRemoval {
    /** The suffix of a renamed file; a file left by a killed process gets its name back. */
    static final String ASIDE = ".yieldline-aside";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Plant plant;
    private final Archive archive;
    private final Instant now;

    InboxRemoval(Plant plant, Instant now) {
        this.plant = plant;
        this.archive = new Archive(plant.home().archive());
        this.now = now;
    }

    /** Deletes a loaded export or moves a parked one if its bytes are in the archive; otherwise leaves it. */
    void leave(InboxFile file, ExportReport report) throws IOException {
        Path aside = file.path().resolveSibling("." + file.path().getFileName() + ASIDE);
        Files.move(file.path(), aside);
        try {
            if (!archive.holds(report.sha256(), aside)) {
                return;
            }
            if (report.outcome() == ExportReport.Outcome.PARKED) {
                park(file, aside, report);
            } else {
                Files.delete(aside);
            }
        } finally {
            putBack(aside);
        }
    }

    /** Restores the name of a renamed file, unless the name is taken. */
    static void putBack(Path aside) {
        String name = aside.getFileName().toString();
        Path file = aside.resolveSibling(name.substring(1, name.length() - ASIDE.length()));
        try {
            if (Files.exists(aside) && Files.notExists(file)) {
                Files.move(aside, file);
            }
        } catch (IOException e) {
            // The next scan retries.
        }
    }

    private void park(InboxFile file, Path aside, ExportReport report) throws IOException {
        Path folder = Files.createDirectories(plant.home().parked());
        Path target = free(folder, file.path().getFileName().toString());
        Path reason = target.resolveSibling(target.getFileName() + ".reason.txt");
        Files.writeString(reason, text(file, report));
        try {
            Files.move(aside, target);
        } catch (IOException e) {
            Files.delete(reason);
            throw e;
        }
    }

    /** The name, with a number if it exists, so that no parked file is overwritten. */
    private static Path free(Path folder, String name) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        Path target = folder.resolve(name);
        for (int i = 2;
                Files.exists(target) || Files.exists(folder.resolve(target.getFileName() + ".reason.txt"));
                i++) {
            target = folder.resolve(name.substring(0, dot) + "-" + i + name.substring(dot));
        }
        return target;
    }

    private String text(InboxFile file, ExportReport report) {
        return """
                %s was not loaded.

                reason  %s
                parked  %s
                export  %d
                sha256  %s

                Put a corrected export into the inbox. These bytes stay in the archive; this file may be deleted.
                """.formatted(
                file.name(),
                report.reason(),
                TIME.format(LocalDateTime.ofInstant(now, plant.settings().zone())),
                report.exportId(),
                report.sha256());
    }
}
