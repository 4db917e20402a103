package io.yieldline.report;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;

/** Writes reports to files, atomically. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Writes page and text as {@code daily-2025-05-29.html} and {@code .txt} into a folder, which is created if missing. */
    public static List<Path> write(Path folder, Stored report) {
        String name = report.issue().kind() + "-" + report.issue().period();
        return List.of(
                write(folder.resolve(name + ".html"), report.html(), true),
                write(folder.resolve(name + ".txt"), report.text(), true));
    }

    /** Writes one file; its folder must exist. */
    public static Path write(Path file, String content) {
        return write(file, content, false);
    }

    private static Path write(Path file, String content, boolean makeFolder) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        try {
            if (makeFolder) {
                Files.createDirectories(folder);
            }
            Path temporary = folder.resolve("." + file.getFileName() + ".part");
            Files.writeString(temporary, content);
            return Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + e.getMessage()
                    + "); choose another folder, or free some space and create the folder " + folder);
        }
    }
}
