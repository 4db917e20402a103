package io.yieldline.ingest;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A file in the inbox as it was seen.
 *
 * @param path where it is
 * @param name its path within the inbox
 * @param bytes its size
 * @param modified when it was last written, by the clock of whoever wrote it
 * @param tries how often it was taken up in vain
 */
public record InboxFile(Path path, String name, long bytes, Instant modified, long tries) {
    /** A file that looks unfinished is given so many more tries before it is parked. */
    private static final int PATIENCE = 3;

    static InboxFile of(Path inbox, Path path, BasicFileAttributes attributes) {
        Instant modified = attributes.lastModifiedTime().toInstant();
        return new InboxFile(path, inbox.relativize(path).toString(), attributes.size(), modified, 0);
    }

    InboxFile triedBefore(long times) {
        return new InboxFile(path, name, bytes, modified, times);
    }

    /** Whether it may still be written, so that a missing end is waited for. */
    boolean growing() {
        return tries < PATIENCE;
    }

    boolean same(InboxFile other) {
        return bytes == other.bytes && modified.equals(other.modified);
    }
}
