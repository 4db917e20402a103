package io.yieldline.plant;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The only walk through folders. An entry that cannot be read never ends it: it is passed over and named. Links are listed, not
 * followed, and no file is opened. An entry that vanishes meanwhile is not listed.
 */
public final class FolderWalk {
    private final Predicate<Path> entered;
    private final List<Entry> entries = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    private FolderWalk(Predicate<Path> entered) {
        this.entered = entered;
    }

    /**
     * The entries of a folder itself.
     *
     * @throws UserError if the folder exists but cannot be listed
     */
    public static FolderWalk list(Path folder) {
        return tree(folder, child -> false);
    }

    /**
     * The entries of a folder and of all folders below it; a folder that does not exist has none.
     *
     * @throws UserError if the folder exists but cannot be listed
     */
    public static FolderWalk tree(Path folder) {
        return tree(folder, child -> true);
    }

    /** The same without the content of folders that are not entered. */
    public static FolderWalk tree(Path folder, Predicate<Path> entered) {
        FolderWalk walk = new FolderWalk(entered);
        try {
            walk.visit(children(folder));
        } catch (NoSuchFileException e) {
            return walk;
        } catch (IOException e) {
            throw new UserError(folder + ": cannot be listed (" + FileFault.reason(e)
                    + "); it must be a folder that the user of this program may read");
        }
        walk.entries.sort(Comparator.comparing(Entry::path));
        return walk;
    }

    /** Deletes a folder with its content, if it is there. Links are deleted, not what they lead to. */
    public static void delete(Path folder) throws IOException {
        List<Entry> tree = tree(folder).entries();
        for (int i = tree.size() - 1; i >= 0; i--) {
            Files.deleteIfExists(tree.get(i).path());
        }
        Files.deleteIfExists(folder);
    }

    /** All entries by path, folders included. */
    public List<Entry> entries() {
        return entries;
    }

    /** The paths of regular files, in order. */
    public List<Path> files() {
        return paths(Entry::isFile);
    }

    /** The paths of folders, in order. */
    public List<Path> folders() {
        return paths(Entry::isFolder);
    }

    /** The size of all regular files, each once: several names may be links to the same data on the disk. */
    public long bytes() {
        Set<Object> counted = new HashSet<>();
        return entries.stream()
                .filter(Entry::isFile)
                .filter(file -> file.attributes().fileKey() == null
                        || counted.add(file.attributes().fileKey()))
                .mapToLong(file -> file.attributes().size())
                .sum();
    }

    /** What could not be read, and why. */
    public List<PassedOver> passedOver() {
        return passedOver;
    }

    /**
     * The path of an entry within a folder as text. A name that is not valid text in the encoding of this system is written with
     * its bytes as {@code %C4}, so that different files have different names.
     */
    public static String name(Path folder, Path entry) {
        String name = folder.relativize(entry).toString();
        return name.indexOf('\uFFFD') < 0
                ? name
                : entry.toUri()
                        .getRawPath()
                        .substring(folder.toUri().getRawPath().length());
    }

    private List<Path> paths(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).map(Entry::path).toList();
    }

    private void visit(List<Path> children) {
        for (Path child : children) {
            try {
                Entry entry = new Entry(
                        child, Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
                entries.add(entry);
                if (entry.isFolder() && entered.test(child)) {
                    visit(children(child));
                }
            } catch (NoSuchFileException e) {
                // It vanished since it was listed.
            } catch (IOException e) {
                passedOver.add(new PassedOver(child, "cannot be read (" + FileFault.reason(e) + ")"));
            }
        }
    }

    /** A list, so that a deep tree holds only one open folder. */
    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(children::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return children;
    }

    /** An entry of a folder; a link has the attributes of the link. */
    public record Entry(Path path, BasicFileAttributes attributes) {
        /** Whether it is a regular file, not a link to one. */
        public boolean isFile() {
            return attributes.isRegularFile();
        }

        /** Whether it is a folder, not a link to one. */
        public boolean isFolder() {
            return attributes.isDirectory();
        }
    }

    /**
     * An entry that cannot be read.
     *
     * @param reason why, such as {@code cannot be read (AccessDenied: inbox/old)}
     */
    public record PassedOver(Path path, String reason) {
        @Override
        public String toString() {
            return path + ": " + reason;
        }
    }
}
