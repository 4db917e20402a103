package io.yieldline.ingest;

import io.yieldline.plant.FolderWalk;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file in the inbox at the time of a scan.
 *
 * @param path full path
 * @param name path within the inbox
 * @param bytes its size
 * @param modified time of the last write, according to the file
 * @param tries number of failed attempts
 */
public record InboxFile(Path path, String name, long bytes, Instant modified, long tries) {
    /** Number of retries of an incomplete file before it is parked. */
    private static final int PATIENCE = 3;

    static InboxFile of(Path inbox, Path path, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        return new InboxFile(path, FolderWalk.name(inbox, path), attributes.size(), modified, 0);
    }

    InboxFile triedBefore(long times) {
        return new InboxFile(path, name, bytes, modified, times);
    }

    /** Whether it may still be written, so that an incomplete file is retried. */
    boolean growing() {
        return tries < PATIENCE;
    }

    boolean same(InboxFile other) {
        return bytes == other.bytes && modified.equals(other.modified);
    }
}
