package io.yieldline.ingest;

import io.yieldline.ingest.InboxScan.Waiting;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.FolderWalk.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Scans the inbox and its folders without opening files: a pipe would block, and a link could point anywhere. */
final class InboxWalk {
    private static final Set<String> UNFINISHED =
            Set.of("tmp", "part", "partial", "filepart", "crdownload", "download", "opdownload");
    private static final Set<String> DESKTOP = Set.of("thumbs.db", "desktop.ini");
    private static final String CLOSED =
            "cannot be read; grant the user of this program permission to read and delete it";

    private final Path inbox;
    private final List<InboxFile> files = new ArrayList<>();
    private final List<Waiting> unfit = new ArrayList<>();
    private final List<Waiting> empty = new ArrayList<>();
    private final List<Path> aside = new ArrayList<>();

    private InboxWalk(Path inbox) {
        this.inbox = inbox;
    }

    /** The entries of the inbox; changes nothing. */
    static InboxWalk of(Path inbox) {
        InboxWalk walk = new InboxWalk(inbox);
        FolderWalk found = FolderWalk.tree(inbox, folder -> InboxRemoval.isFolder(folder) || !ignored(folder));
        found.entries().forEach(walk::sort);
        found.passedOver().forEach(entry -> walk.unfit.add(walk.waiting(entry.path(), CLOSED)));
        return walk;
    }

    /** Regular, non-empty files, by path. */
    List<InboxFile> files() {
        return files;
    }

    /** Entries that no waiting makes loadable, and why: links, pipes, closed files and folders. */
    List<Waiting> unfit() {
        return unfit;
    }

    /** Empty files, which wait for their content. Temporary names of other programs are silently ignored. */
    List<Waiting> empty() {
        return empty;
    }

    /** Files that a killed run moved aside to remove them. */
    List<Path> aside() {
        return aside;
    }

    private void sort(Entry entry) {
        if (entry.isFile() && InboxRemoval.isAside(entry.path())) {
            aside.add(entry.path());
        } else if (!entry.isFolder() && !ignored(entry.path())) {
            add(entry);
        }
    }

    private void add(Entry entry) {
        Path file = entry.path();
        if (entry.attributes().isSymbolicLink()) {
            unfit.add(waiting(file, "is a link; copy the file itself"));
        } else if (!entry.isFile()) {
            unfit.add(waiting(file, "is not a regular file; remove it"));
        } else if (entry.attributes().size() == 0) {
            empty.add(waiting(file, "is empty; waiting for its content"));
        } else if (!Files.isReadable(file)) {
            unfit.add(waiting(file, CLOSED));
        } else {
            files.add(InboxFile.of(inbox, file, entry.attributes()));
        }
    }

    private Waiting waiting(Path file, String reason) {
        return new Waiting(FolderWalk.name(inbox, file), reason);
    }

    private static boolean ignored(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~$")
                || DESKTOP.contains(name)
                || UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
