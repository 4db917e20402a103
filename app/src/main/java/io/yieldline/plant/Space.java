package io.yieldline.plant;

import io.yieldline.Counted;
import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Room on the disk of a directory.
 *
 * @param directory the directory, or the nearest one above it that is there
 * @param usable bytes that this process may still write
 */
public record Space(Path directory, long usable) {
    private static final long MEGABYTE = 1_048_576;

    /** An export is archived, staged and merged: three times its size is what that may take. */
    private static final long TIMES_AN_EXPORT = 3;

    /** The room that there is now. */
    public static Space at(Path directory) {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return new Space(directory, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            throw new UserError(directory + ": the room on its disk cannot be told (" + FileFault.reason(e) + ")");
        }
    }

    /** The bytes that must be free before an export of this size is loaded. */
    public static long reserve(Settings settings, long exportBytes) {
        return Math.max(settings.reserveMegabytes() * MEGABYTE, TIMES_AN_EXPORT * exportBytes);
    }

    /** Whether so many bytes are free. */
    public boolean has(long reserve) {
        return usable >= reserve;
    }

    /** Refuses to begin something that the disk has no room for. */
    public void require(long reserve) {
        if (!has(reserve)) {
            throw new UserError(
                    shortage(reserve) + "; the file was left as it is; free some space, then load it again");
        }
    }

    /** What to say when the reserve is not there. */
    public String shortage(long reserve) {
        return directory + ": the disk has " + megabytes(usable) + " left, less than the reserve of "
                + megabytes(reserve) + " (ingest: reserve_megabytes)";
    }

    /** A size for people. */
    public static String megabytes(long bytes) {
        return Counted.of(bytes / MEGABYTE, "megabyte");
    }
}
