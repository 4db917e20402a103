package io.yieldline.ingest;

import io.yieldline.ingest.InboxScan.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scans the inbox and its folders without opening files: a pipe would block, and a link could point anywhere. */
final class InboxWalk extends SimpleFileVisitor<Path> {
    private static final Set<String> UNFINISHED =
            Set.of("tmp", "part", "partial", "filepart", "crdownload", "download", "opdownload");
    private static final Set<String> DESKTOP = Set.of("thumbs.db", "desktop.ini");

    private final Path inbox;
    private final List<InboxFile> files = new ArrayList<>();
    private final List<Waiting> left = new ArrayList<>();

    private InboxWalk(Path inbox) {
        this.inbox = inbox;
    }

    static InboxWalk of(Path inbox) {
        InboxWalk walk = new InboxWalk(inbox);
        try {
            Files.walkFileTree(inbox, walk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        walk.files.sort(Comparator.comparing(InboxFile::path));
        return walk;
    }

    /** Regular, non-empty files. */
    List<InboxFile> files() {
        return files;
    }

    /** Files that are not loaded, and why. Temporary names of other programs are silently ignored. */
    List<Waiting> left() {
        return left;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean hidden = !folder.equals(inbox) && passedOver(folder);
        return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && file.getFileName().toString().endsWith(InboxRemoval.ASIDE)) {
            InboxRemoval.putBack(file);
        } else if (!passedOver(file)) {
            add(file, attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (!Files.notExists(file)) {
            leave(file, "cannot be read; grant the user of this program permission to read and delete it");
        }
        return FileVisitResult.CONTINUE;
    }

    /** A folder that was deleted during the scan is ignored. */
    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
        return FileVisitResult.CONTINUE;
    }

    private void add(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            leave(file, "is a link; copy the file itself");
        } else if (!attributes.isRegularFile()) {
            leave(file, "is not a regular file; remove it");
        } else if (attributes.size() == 0) {
            leave(file, "is empty; waiting for its content");
        } else if (!Files.isReadable(file)) {
            leave(file, "cannot be read; grant the user of this program permission to read and delete it");
        } else {
            files.add(InboxFile.of(inbox, file, attributes));
        }
    }

    private void leave(Path file, String reason) {
        left.add(new Waiting(inbox.relativize(file).toString(), reason));
    }

    private static boolean passedOver(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~$")
                || DESKTOP.contains(name)
                || UNFINISHED.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
