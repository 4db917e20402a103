package io.yieldline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is in the inbox.
 *
 * @param ready files that seem complete, by path
 * @param waiting files that are left where they are, and why
 */
public record InboxScan(List<InboxFile> ready, List<Waiting> waiting) {
    /** The paths of the files that are ready. */
    public List<Path> paths() {
        return ready.stream().map(InboxFile::path).toList();
    }

    /** The paths of those that may turn out to be unfinished. */
    public Set<Path> growing() {
        return ready.stream().filter(InboxFile::growing).map(InboxFile::path).collect(Collectors.toSet());
    }

    /**
     * A file that is left where it is.
     *
     * @param file its path within the inbox
     * @param reason what it waits for, or why it is not taken at all
     */
    public record Waiting(String file, String reason) {}
}
