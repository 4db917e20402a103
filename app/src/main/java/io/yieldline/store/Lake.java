package io.yieldline.store;

import io.yieldline.UserError;
import io.yieldline.mart.Marts;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The newest snapshot as folders of Parquet files with the names of the tables, which every program that reads Parquet can read while
 * the plant is at work: {@code lake/TABLE/month=2025-04/*.parquet}. Each version is a folder of its own, whose files are the pieces
 * themselves; {@code lake} in the home is a link to the newest one, switched in one step. Who reads an earlier version finishes
 * undisturbed, and nobody who reads keeps anything waiting.
 */
public final class Lake {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String CATALOG = "catalog.json";

    private final Path link;
    private final Path versions;
    private final Store store;

    /** The lake of a plant with this store. */
    public Lake(Home home, Store store) {
        this.store = store;
        this.link = home.lake();
        this.versions = store.folder().resolve("lake");
    }

    /** The folder of the newest version, which stays as it is whatever is published later; empty if there is none yet. */
    public Optional<Path> newest() {
        try {
            return Optional.of(link.toRealPath());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UserError("cannot follow " + link + ": " + FileFault.reason(e));
        }
    }

    /** The snapshot that it shows now. */
    public Optional<Snapshot> shown() {
        return newest().flatMap(version -> store.named(String.valueOf(version.getFileName())));
    }

    /**
     * Shows a snapshot, and removes all versions but the newest.
     *
     * @param kept number of versions that stay
     * @return the snapshot with the tables that are shown
     */
    public Snapshot publish(Snapshot snapshot, Marts marts, int kept) throws IOException {
        Snapshot shown = shown(snapshot, marts);
        Path version = versions.resolve(snapshot.name());
        if (!Files.exists(version)) {
            Path partial = versions.resolve(snapshot.name() + ".partial");
            FolderWalk.delete(partial);
            recycle(partial, kept);
            fill(partial, shown, marts);
            Files.move(partial, version, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!newest().equals(Optional.of(version.toRealPath()))) {
            switchTo(version);
        }
        for (Path old : folders().stream().skip(kept).toList()) {
            FolderWalk.delete(old);
        }
        return shown;
    }

    private static Snapshot shown(Snapshot snapshot, Marts marts) {
        Divisions divisions = new Divisions(marts);
        return new Snapshot(
                snapshot.store(),
                snapshot.name(),
                snapshot.manifest()
                        .with(snapshot.manifest().tables().stream()
                                .filter(table -> divisions.published(table.table()))
                                .toList()));
    }

    /**
     * The version that leaves becomes the new one: with a long history they differ in few of thousands of files. Where a reader has
     * it open and the system does not let it go, the new one is made from nothing.
     */
    private void recycle(Path partial, int kept) throws IOException {
        List<Path> leaving = folders().stream().skip(kept - 1L).toList();
        if (leaving.isEmpty()) {
            return;
        }
        Path oldest = leaving.get(leaving.size() - 1);
        if (newest().equals(Optional.of(oldest.toRealPath()))) {
            return;
        }
        try {
            Files.move(oldest, partial, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Then there is nothing to start from.
        }
    }

    private void fill(Path folder, Snapshot shown, Marts marts) throws IOException {
        Files.createDirectories(folder);
        Map<Path, Path> wanted = files(folder, shown);
        wanted.keySet().removeAll(stay(folder, wanted));
        for (Map.Entry<Path, Path> file : wanted.entrySet()) {
            place(file.getValue(), file.getKey());
        }
        Files.write(folder.resolve(CATALOG), JSON.writeValueAsBytes(LakeCatalog.of(shown, marts)));
        Files.writeString(folder.resolve("README.md"), readme(shown));
        DurableFile.sync(folder);
    }

    /** The files of a version, with those of the store that they are. */
    private static Map<Path, Path> files(Path folder, Snapshot shown) {
        Map<Path, Path> files = new TreeMap<>();
        for (StoredTable table : shown.manifest().tables()) {
            Path all = folder.resolve(table.table());
            for (Piece piece : table.pieces()) {
                Path of = table.level().isEmpty() ? all : all.resolve(table.level() + "=" + piece.span());
                files.put(of.resolve(piece.sha256().substring(0, 12) + ".parquet"), shown.file(piece));
            }
        }
        return files;
    }

    /** Removes what a version does not have, and the folders of it; what stays is the file of the store itself. */
    private static Set<Path> stay(Path folder, Map<Path, Path> wanted) throws IOException {
        Set<Path> stay = new HashSet<>();
        Set<Path> used = new HashSet<>();
        List<FolderWalk.Entry> entries = FolderWalk.tree(folder).entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            FolderWalk.Entry entry = entries.get(i);
            boolean same = wanted.containsKey(entry.path())
                    && Files.isSameFile(entry.path(), Objects.requireNonNull(wanted.get(entry.path())));
            if (same) {
                stay.add(entry.path());
            }
            if (same || used.contains(entry.path())) {
                used.add(entry.path().getParent());
            } else {
                Files.delete(entry.path());
            }
        }
        return stay;
    }

    private static void place(Path file, Path shown) throws IOException {
        Files.createDirectories(Objects.requireNonNull(shown.getParent()));
        try {
            Files.createLink(shown, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, shown);
        }
    }

    /** A link cannot be changed, but another can take its place in one step. A copied home has the files of a version in its place. */
    private void switchTo(Path version) throws IOException {
        boolean copied = Files.isDirectory(link, LinkOption.NOFOLLOW_LINKS);
        if (copied
                && (Files.exists(link.resolve(CATALOG))
                        || FolderWalk.list(link).entries().isEmpty())) {
            FolderWalk.delete(link);
        }
        Path fresh = link.resolveSibling("lake." + UUID.randomUUID() + ".partial");
        Files.createSymbolicLink(fresh, target(version));
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Within the home relative, so that a home can be moved. */
    private Path target(Path version) throws IOException {
        Path home = Objects.requireNonNull(link.toAbsolutePath().getParent()).toRealPath();
        Path real = version.toRealPath();
        return real.startsWith(home) ? home.relativize(real) : real;
    }

    private List<Path> folders() {
        return FolderWalk.list(versions).folders().stream()
                .sorted(Comparator.comparing(Path::toString).reversed())
                .toList();
    }

    private static String readme(Snapshot snapshot) {
        return ResourceFolder.text(Lake.class, "lake.md")
                .replace("${plant}", snapshot.manifest().plant())
                .replace("${snapshot}", snapshot.name())
                .replace("${taken}", snapshot.manifest().takenAt().toString().replace('T', ' '));
    }
}
