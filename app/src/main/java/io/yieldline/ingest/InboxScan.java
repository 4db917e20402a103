package io.yieldline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result of a scan of the inbox.
 *
 * @param ready complete files, in the order in which they were written
 * @param waiting files that stay, and why
 */
public record InboxScan(List<InboxFile> ready, List<Waiting> waiting) {
    /** The paths of the complete files. */
    public List<Path> paths() {
        return ready.stream().map(InboxFile::path).toList();
    }

    /** The paths of files that may be incomplete. */
    public Set<Path> growing() {
        return ready.stream().filter(InboxFile::growing).map(InboxFile::path).collect(Collectors.toSet());
    }

    /**
     * A file that stays in the inbox.
     *
     * @param file its path within the inbox
     * @param reason why it stays
     */
    public record Waiting(String file, String reason) {}
}
