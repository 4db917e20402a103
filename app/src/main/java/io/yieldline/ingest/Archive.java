package io.yieldline.ingest;

import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.FolderWalk.Entry;
import io.yieldline.plant.FolderWalk.PassedOver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All exports by the SHA-256 of their bytes: the source from which a warehouse can be rebuilt. An export is
 * on disk under its final name, synced and read-only, before its first row is read.
 */
public final class Archive {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;

    /** The archive in a directory, which is created if missing. */
    public Archive(Path directory) {
        this.directory = directory;
    }

    /** Copies a file into the archive and returns its path. Existing content is not written again. */
    public Archived store(Path file) {
        try {
            Path part = Files.createDirectories(directory.resolve("staging")).resolve(UUID.randomUUID() + ".part");
            try {
                String sha256 = copy(file, part);
                return new Archived(sha256, settle(part, sha256), Files.size(path(sha256)));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw isAbout(file, e) ? unreadable(file, e) : uncopied(file, e);
        }
    }

    private static boolean isAbout(Path file, IOException e) {
        return e instanceof FileSystemException fault && file.toString().equals(fault.getFile());
    }

    /** Nothing can be parked of which no byte was read. */
    private static UserError unreadable(Path file, IOException e) {
        return new UserError(
                e instanceof NoSuchFileException
                        ? file
                                + ": is gone, moved or deleted before it could be read; nothing of it was loaded or parked;"
                                + " if it is still needed, export it again"
                        : file + ": cannot be read (" + FileFault.reason(e)
                                + "); nothing of it was loaded or parked; give the user of this program read permission,"
                                + " then load it again");
    }

    private UserError uncopied(Path file, IOException e) {
        return new UserError(file + ": cannot be copied into the archive " + directory + " (" + FileFault.reason(e)
                + "); the file is unchanged"
                + FileFault.advice(e).map(advice -> "; " + advice).orElse(""));
    }

    /** The file with a hash, after its content was verified. */
    Archived kept(String sha256) {
        fault(sha256).ifPresent(fault -> {
            throw new UserError(fault);
        });
        return new Archived(sha256, path(sha256), size(sha256));
    }

    /** What is wrong with the bytes of an export, and what to do; empty if they are here and right. */
    public Optional<String> fault(String sha256) {
        Path file = path(sha256);
        if (!Files.exists(file)) {
            return Optional.of("its bytes are not in the archive; load the file again");
        }
        return hash(file).equals(sha256)
                ? Optional.empty()
                : Optional.of("its bytes in the archive are damaged; load the file again");
    }

    /**
     * Deletes incomplete copies of killed runs; only the holder of the plant may call it. Other entries stay.
     *
     * @return what cannot be deleted, one per line
     */
    List<String> discardUnfinished() {
        List<String> kept = new ArrayList<>();
        for (Path part : FolderWalk.list(directory.resolve("staging")).files()) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                kept.add(part + ": cannot be deleted (" + FileFault.reason(e) + "); it is not needed any more");
            }
        }
        return kept;
    }

    /** Deletes the bytes of an export that is neither loaded nor parked. One that stays is a stray, which a check names. */
    void discard(String sha256) {
        try {
            Files.deleteIfExists(path(sha256));
        } catch (IOException e) {
            // See above.
        }
    }

    /** The path for a hash. */
    public Path path(String sha256) {
        return shelf(sha256).resolve(sha256);
    }

    /** All exports, in the order of their arrival. */
    List<Path> all() {
        return exports()
                .sorted(Comparator.comparing((Entry file) -> file.attributes().lastModifiedTime())
                        .thenComparing(file -> file.path().toString()))
                .map(Entry::path)
                .toList();
    }

    /** Entries of the archive that cannot be read, such as a closed folder. */
    public List<PassedOver> passedOver() {
        return walk().passedOver();
    }

    private Stream<Entry> exports() {
        return walk().entries().stream()
                .filter(Entry::isFile)
                .filter(file ->
                        HASH.matcher(file.path().getFileName().toString()).matches());
    }

    private FolderWalk walk() {
        return FolderWalk.tree(directory, folder -> directory.equals(folder.getParent()));
    }

    /** Whether a file has this hash and is also in the archive. */
    boolean holds(String sha256, Path file) throws IOException {
        return Files.exists(path(sha256))
                && Files.size(path(sha256)) == Files.size(file)
                && hash(file).equals(sha256);
    }

    /** All hashes in the archive. */
    public Set<String> hashes() {
        return exports()
                .map(file -> file.path().getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sizes of all exports in the archive, by hash. */
    public Map<String, Long> sizes() {
        Map<String, Long> sizes = new TreeMap<>();
        exports()
                .forEach(file -> sizes.put(
                        file.path().getFileName().toString(), file.attributes().size()));
        return sizes;
    }

    /** The size of an export, also of one that is a link to its bytes; -1 if it is not in the archive. */
    public long size(String sha256) {
        try {
            Path file = path(sha256);
            return Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** The hash of any file. */
    public static String hash(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new UserError(file + ": cannot be read (" + FileFault.reason(e) + ")"
                    + FileFault.advice(e).map(advice -> "; " + advice).orElse(""));
        }
    }

    private Path shelf(String sha256) {
        return directory.resolve(sha256.substring(0, 2));
    }

    private Path settle(Path part, String sha256) throws IOException {
        Path target = path(sha256);
        if (!Files.exists(target)) {
            Path shelf = Files.createDirectories(shelf(sha256));
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--------"));
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            DurableFile.sync(shelf);
        }
        return target;
    }

    private static String copy(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            String sha256 = Sha256.copy(from, out);
            channel.force(true);
            return sha256;
        }
    }

    /**
     * An export in the archive.
     *
     * @param sha256 the hash of its bytes
     * @param path path in the archive
     * @param bytes its size
     */
    public record Archived(String sha256, Path path, long bytes) {}
}
