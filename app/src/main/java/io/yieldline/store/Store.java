package io.yieldline.store;

import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.plant.DurableFile;
import io.yieldline.plant.FileFault;
import io.yieldline.plant.FolderWalk;
import io.yieldline.plant.LastRead;
import io.yieldline.plant.MomentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of pieces and snapshots. A piece has the hash of its bytes as its name and is there whole or not at all; so is a snapshot,
 * which only lists pieces that are there. What no snapshot lists is collected after a while.
 */
public final class Store {
    private static final String ENDING = ".json";

    private final Path folder;
    private final LastRead<Manifest> manifests = new LastRead<>(Store::manifest);

    /** The store in a folder, which is made when something is written. */
    public Store(Path folder) {
        this.folder = folder;
    }

    /** Its folder. */
    public Path folder() {
        return folder;
    }

    /** The file of a piece. */
    Path file(Piece piece) {
        return folder.resolve(piece.place());
    }

    /** A new file to write a piece to. */
    Path fresh() throws IOException {
        return Files.createDirectories(folder.resolve("writing")).resolve(UUID.randomUUID() + ".parquet");
    }

    /** Whether a piece is there with its size, as far as can be seen without reading it. */
    boolean looksWhole(Piece piece) {
        try {
            return Files.size(file(piece)) == piece.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean holds(Piece piece) throws IOException {
        return looksWhole(piece) && Sha256.of(file(piece)).equals(piece.sha256());
    }

    /** Gives a written file its name; a piece that is there already stays as it is, unless it is damaged. */
    void add(Path written, Piece piece) throws IOException {
        Path file = file(piece);
        if (holds(piece)) {
            Files.delete(written);
            return;
        }
        DurableFile.sync(written);
        readOnly(written);
        Path parent = Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        DurableFile.sync(parent);
    }

    /** Copies a piece of a snapshot of another store, and reads the copy back. */
    void copy(Snapshot original, Piece piece) throws IOException {
        Path copy = fresh();
        try {
            Files.copy(original.file(piece), copy);
            if (!Sha256.of(copy).equals(piece.sha256())) {
                throw new UserError(
                        original.file(piece) + " is not the file that was written; nothing was copied;"
                                + " use another backup, and find the damaged ones of this plant with: yieldline verify-backup --all");
            }
            add(copy, piece);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Makes a snapshot visible, or replaces what is said of it. */
    Snapshot put(String name, Manifest manifest) throws IOException {
        Files.createDirectories(snapshots());
        DurableFile.replace(snapshots().resolve(name + ENDING), bytes(manifest));
        return new Snapshot(this, name, manifest);
    }

    /** Where the manifest of a snapshot is in a store. */
    public static String place(String snapshot) {
        return "snapshots/" + snapshot + ENDING;
    }

    /** A manifest as the file of a snapshot. */
    public static byte[] bytes(Manifest manifest) {
        return Json.MAPPER.writeValueAsBytes(manifest);
    }

    /**
     * The manifest in the file of a snapshot.
     *
     * @throws JacksonException if it is none
     */
    public static Manifest manifest(byte[] bytes) {
        return Json.MAPPER.readValue(bytes, Manifest.class);
    }

    /** Forgets a snapshot; its pieces are collected later. */
    void remove(String name) throws IOException {
        Files.deleteIfExists(snapshots().resolve(name + ENDING));
    }

    /** All snapshots that can be read, newest first. */
    public List<Snapshot> all() {
        return names().stream().flatMap(name -> named(name).stream()).toList();
    }

    /** The names of all snapshots, newest first, also of those that cannot be read. */
    List<String> names() {
        return FolderWalk.list(snapshots()).files().stream()
                .map(file -> String.valueOf(file.getFileName()))
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .filter(name -> MomentName.moment(name).isPresent())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** The snapshot of this name; empty if it is missing or cannot be read. */
    public Optional<Snapshot> named(String name) {
        Path file = snapshots().resolve(name + ENDING);
        try {
            return Optional.of(new Snapshot(this, name, manifests.of(file))).filter(Store::complete);
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** The snapshots that are kept as backups, newest first; of the others only the first lines are read. */
    public Stream<Snapshot> kept() {
        return names().stream().filter(this::kept).flatMap(name -> named(name).stream());
    }

    /** Whether a file says that its snapshot is kept, before the list of its tables, which can be long. */
    boolean kept(String name) {
        try (JsonParser json = Json.MAPPER.createParser(snapshots().resolve(name + ENDING))) {
            while (json.nextToken() != null && !"tables".equals(json.currentName())) {
                if ("why".equals(json.currentName()) && json.currentToken() == JsonToken.VALUE_STRING) {
                    return true;
                }
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }

    /**
     * Deletes pieces and unfinished files that are not listed and that are older than a grace time.
     *
     * @param listed the hashes of the pieces that snapshots list
     * @return the bytes freed
     */
    long collect(Set<String> listed, Instant now, Duration grace) throws IOException {
        long freed = 0;
        for (FolderWalk.Entry entry : files()) {
            boolean old = entry.attributes().lastModifiedTime().toInstant().isBefore(now.minus(grace));
            if (old && !listed.contains(Piece.hash(entry.path()))) {
                Files.delete(entry.path());
                freed += entry.attributes().size();
            }
        }
        return freed;
    }

    /** The size of all pieces on disk. */
    public long bytes() {
        return FolderWalk.tree(folder.resolve("pieces")).bytes()
                + FolderWalk.tree(folder.resolve("writing")).bytes();
    }

    private List<FolderWalk.Entry> files() {
        List<FolderWalk.Entry> files =
                new ArrayList<>(FolderWalk.tree(folder.resolve("pieces")).entries());
        files.addAll(FolderWalk.tree(folder.resolve("writing")).entries());
        return files.stream().filter(FolderWalk.Entry::isFile).toList();
    }

    private Path snapshots() {
        return folder.resolve("snapshots");
    }

    @SuppressWarnings("ConstantConditions") // Jackson leaves missing values null.
    private static boolean complete(Snapshot snapshot) {
        Manifest manifest = snapshot.manifest();
        return manifest.takenAt() != null
                && manifest.engine() != null
                && manifest.tables() != null
                && manifest.tables().stream().allMatch(table -> table != null && table.pieces() != null);
    }

    private static void readOnly(Path file) throws IOException {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        } catch (UnsupportedOperationException e) {
            file.toFile().setReadOnly();
        }
    }

    /** What a user is told when the store cannot be written. */
    public UserError unwritable(IOException e) {
        return new UserError("cannot write to " + folder + " (" + FileFault.reason(e) + "); "
                + FileFault.advice(e).orElse("look at this folder, then run it again"));
    }

    /** For manifests only: commands that read or write none do not wait for its classes. */
    private static final class Json {
        static final JsonMapper MAPPER =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
