package io.yieldline.operation;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside its name first: whoever opens it sees the one before, or the whole new one. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file, in a folder that is there.
     *
     * @throws UserError if it cannot be written; the one before stays
     */
    public static void write(Path file, Content content) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try {
                content.writeTo(part);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UserError(file + ": cannot be written (" + e.getMessage() + ")");
        }
    }

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes it to a file. */
        void writeTo(Path file) throws IOException;
    }
}
