package io.yieldline.store;

import io.yieldline.UserError;
import io.yieldline.mart.Marts;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.Home;
import io.yieldline.yaml.ResourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private void fill(Path folder, Snapshot shown, Marts marts) throws IOException {
        Files.createDirectories(folder);
        for (StoredTable table : shown.manifest().tables()) {
            for (Piece piece : table.pieces()) {
                place(shown.file(piece), folder.resolve(table.table()), table.level(), piece);
            }
        }
        Files.write(folder.resolve(CATALOG), JSON.writeValueAsBytes(LakeCatalog.of(shown, marts)));
        Files.writeString(folder.resolve("README.md"), readme(shown));
        DurableFile.sync(folder);
    }

    private static void place(Path file, Path table, String level, Piece piece) throws IOException {
        Path folder = level.isEmpty() ? table : table.resolve(level + "=" + piece.period());
        Files.createDirectories(folder);
        Path shown = folder.resolve(piece.sha256().substring(0, 12) + ".parquet");
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
