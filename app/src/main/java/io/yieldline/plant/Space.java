package io.yieldline.plant;

import io.yieldline.Counted;
import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Free space on the disk of a directory.
 *
 * @param directory the directory, or its nearest existing parent
 * @param usable bytes available to this process
 */
public record Space(Path directory, long usable) {
    private static final long MEGABYTE = 1_048_576;

    /** Archiving, staging and merging an export takes up to three times its size. */
    private static final long TIMES_AN_EXPORT = 3;

    /** The current free space. */
    public static Space at(Path directory) {
        Path there = directory.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        try {
            return new Space(directory, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            throw new UserError(
                    directory + ": the free space of its disk cannot be read (" + FileFault.reason(e) + ")");
        }
    }

    /** The free bytes required to load an export of this size. */
    public static long reserve(Settings settings, long exportBytes) {
        return Math.max(settings.reserveMegabytes() * MEGABYTE, TIMES_AN_EXPORT * exportBytes);
    }

    /** Whether this number of bytes is free. */
    public boolean has(long reserve) {
        return usable >= reserve;
    }

    /** Refuses an action if the disk has not enough space. */
    public void require(long reserve) {
        if (!has(reserve)) {
            throw new UserError(shortage(reserve) + "; the file is unchanged; free some space, then load it again");
        }
    }

    /** The message if the reserve is not free. */
    public String shortage(long reserve) {
        return directory + ": the disk has " + megabytes(usable) + " left, less than the reserve of "
                + megabytes(reserve) + " (ingest: reserve_megabytes)";
    }

    /** A size as text. */
    public static String megabytes(long bytes) {
        return Counted.of(bytes / MEGABYTE, "megabyte");
    }
}
