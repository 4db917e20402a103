package io.yieldline.ingest;

import io.yieldline.Visible;
import io.yieldline.plant.Plant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Removes a processed export from the inbox. It is renamed first, so that the file that was compared with
 * the archive is the file that is deleted, even if another program writes a new file with the old name.
 */
final class InboxRemoval {
    /** Begins the name of the hidden folder in which a file is compared; earlier versions renamed files to {@code .NAME} with this end. */
    private static final String ASIDE = ".yieldline-aside";

    /** Maximum bytes of the name of a parked file: a number and the ending of its reason must fit into 255. */
    private static final int LONGEST_NAME = 200;

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
        Path folder = Files.createTempDirectory(file.path().getParent(), ASIDE + "-");
        Path aside = folder.resolve(file.path().getFileName());
        try {
            Files.move(file.path(), aside);
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

    /** Whether a killed run left this file of the inbox aside. */
    static boolean isAside(Path file) {
        return isFolder(file.getParent()) || file.getFileName().toString().matches("[.].+[.]yieldline-aside");
    }

    /** Whether it is a folder of this class. */
    static boolean isFolder(@Nullable Path folder) {
        return folder != null && folder.getFileName().toString().startsWith(ASIDE + "-");
    }

    /** Moves a file back to its place, unless the name is taken there. */
    static void putBack(Path aside) {
        Path folder = Objects.requireNonNull(aside.getParent());
        try {
            Path file = isFolder(folder) ? folder.resolveSibling(aside.getFileName()) : oldPlace(aside);
            if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS) && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(aside, file);
            }
            if (isFolder(folder)) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException | InvalidPathException e) {
            // The next scan retries.
        }
    }

    private static Path oldPlace(Path aside) {
        String name = aside.getFileName().toString();
        return aside.resolveSibling(name.substring(1, name.length() - ASIDE.length()));
    }

    private void park(InboxFile file, Path aside, ExportReport report) throws IOException {
        Path folder = Files.createDirectories(plant.home().parked());
        Path target = free(folder, plain(file.path().getFileName().toString()));
        Path reason = target.resolveSibling(target.getFileName() + ".reason.txt");
        Files.writeString(reason, text(file, report));
        try {
            Files.move(aside, target);
        } catch (IOException e) {
            Files.delete(reason);
            throw e;
        }
    }

    /** A name that every file system takes: no control characters, no bytes that are not text, not too long. */
    private static String plain(String name) {
        String text = name.replaceAll("[\\p{Cntrl}\\uFFFD]", "_");
        String start = text.replaceFirst("[.]\\w{1,9}$", "");
        String ending = text.substring(start.length());
        while ((start + ending).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            start = start.substring(0, start.offsetByCodePoints(start.length(), -1));
        }
        return start + ending;
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
                Visible.line(file.name()),
                Visible.line(String.valueOf(report.reason())),
                TIME.format(LocalDateTime.ofInstant(now, plant.settings().zone())),
                report.exportId(),
                report.sha256());
    }
}
