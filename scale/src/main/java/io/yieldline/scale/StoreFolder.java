package io.yieldline.scale;

import io.yieldline.plant.MomentName;
import io.yieldline.store.Manifest;
import io.yieldline.store.Piece;
import io.yieldline.store.PieceStates;
import io.yieldline.store.Store;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The store of one plant on storage of the cluster: the pieces and snapshots of the program, and what a run writes before it has a name.
 * The snapshot comes last, so that a run that ends early leaves nothing but files that a later run removes.
 */
final class StoreFolder {
    private static final String ENDING = ".json";
    private static final String PIECES = "pieces";
    private static final String WRITING = "writing";

    private final FileSystem files;
    private final Path folder;
    private final Path writing;

    StoreFolder(Path folder, Configuration hadoop) throws IOException {
        this.files = files(folder, hadoop);
        this.folder = files.makeQualified(folder);
        this.writing =
                new Path(new Path(this.folder, WRITING), UUID.randomUUID().toString());
    }

    /**
     * The file system of a path, without the checksums that Hadoop adds on disks: the program writes to the store, too, and a piece has its
     * own. And their files can have no colon in their names, as an export may.
     */
    static FileSystem files(Path path, Configuration hadoop) throws IOException {
        FileSystem found = path.getFileSystem(hadoop);
        return found instanceof LocalFileSystem disk ? disk.getRaw() : found;
    }

    /** Where this run writes. */
    Path writing(String name) {
        return new Path(writing, name);
    }

    /** Rows as files that last as long as the run, so that they are computed once. */
    Dataset<Row> computed(Dataset<Row> rows, String name) {
        String place = writing(name).toString();
        rows.write().parquet(place);
        return rows.sparkSession().read().schema(rows.schema()).parquet(place);
    }

    /** The file of a piece. */
    Path file(Piece piece) {
        return new Path(folder, piece.place());
    }

    /** The size of a file. */
    long bytes(Path file) throws IOException {
        return files.getFileStatus(file).getLen();
    }

    /** The files of Parquet below a folder. */
    List<Path> parquet(Path below) throws IOException {
        List<Path> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(below, true);
        while (all.hasNext()) {
            Path file = all.next().getPath();
            if (file.getName().endsWith(".parquet")) {
                found.add(file);
            }
        }
        return found;
    }

    /** Gives a written file its name; the same bytes may be there already. */
    void add(Path written, Piece piece) throws IOException {
        Path file = file(piece);
        files.mkdirs(Objects.requireNonNull(file.getParent()));
        if (!files.exists(file) && !files.rename(written, file)) {
            throw new IOException(written + " cannot be moved to " + file);
        }
    }

    /** The same for a file of this machine. */
    void addLocal(java.nio.file.Path written, Piece piece) throws IOException {
        Path copy = writing(piece.sha256());
        files.copyFromLocalFile(new Path(written.toUri()), copy);
        add(copy, piece);
    }

    /** A piece as a file of this machine. */
    java.nio.file.Path local(Piece piece) throws IOException {
        java.nio.file.Path copy = java.nio.file.Files.createTempFile("yieldline-piece", ".parquet");
        try (InputStream in = files.open(file(piece));
                OutputStream out = java.nio.file.Files.newOutputStream(copy)) {
            in.transferTo(out);
        }
        return copy;
    }

    /** The newest snapshot. */
    Optional<Manifest> newest() throws IOException {
        List<Path> all = snapshots();
        return all.isEmpty() ? Optional.empty() : Optional.of(manifest(all.get(0)));
    }

    /** Makes a snapshot visible, under the next free name. */
    String put(Manifest manifest) throws IOException {
        String name = MomentName.of(manifest.takenAt());
        for (int second = 1; files.exists(new Path(folder, Store.place(name))); second++) {
            name = MomentName.of(manifest.takenAt().plusSeconds(second));
        }
        verified(manifest);
        replace(new Path(folder, Store.place(name)), Store.bytes(manifest));
        return name;
    }

    /** Notes that the pieces of a snapshot were read back. */
    private void verified(Manifest manifest) throws IOException {
        Path file = new Path(folder, PieceStates.PLACE);
        byte[] known = files.exists(file) ? bytesOf(file) : new byte[0];
        List<Piece> pieces = manifest.tables().stream()
                .flatMap(table -> table.pieces().stream())
                .toList();
        replace(file, PieceStates.withIntact(known, pieces, manifest.takenAt()));
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        Path written = writing(file.getName());
        try (OutputStream out = files.create(written)) {
            out.write(bytes);
        }
        files.mkdirs(Objects.requireNonNull(file.getParent()));
        files.delete(file, false);
        if (!files.rename(written, file)) {
            throw new IOException(written + " cannot be moved to " + file);
        }
    }

    /** Removes what this run wrote without a name. */
    void clear() throws IOException {
        files.delete(writing, true);
    }

    /** Removes all snapshots but the newest, and older files that none of them lists. */
    void collect(int kept, long before) throws IOException {
        Set<Path> listed = new HashSet<>();
        List<Path> all = snapshots();
        for (Path snapshot : all.subList(0, Math.min(kept, all.size()))) {
            manifest(snapshot).tables().forEach(table -> table.pieces().forEach(piece -> listed.add(file(piece))));
        }
        for (Path old : all.subList(Math.min(kept, all.size()), all.size())) {
            files.delete(old, false);
        }
        for (FileStatus file : leftovers()) {
            if (file.getModificationTime() < before && !listed.contains(file.getPath())) {
                files.delete(file.getPath(), true);
            }
        }
    }

    private List<FileStatus> leftovers() throws IOException {
        List<FileStatus> found = new ArrayList<>(list(new Path(folder, WRITING)));
        for (FileStatus group : list(new Path(folder, PIECES))) {
            found.addAll(list(group.getPath()));
        }
        return found;
    }

    private List<FileStatus> list(Path below) throws IOException {
        try {
            return List.of(files.listStatus(below));
        } catch (FileNotFoundException e) {
            return List.of();
        }
    }

    private List<Path> snapshots() throws IOException {
        return list(new Path(folder, Store.place("x")).getParent()).stream()
                .map(FileStatus::getPath)
                .filter(file -> file.getName().endsWith(ENDING))
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Manifest manifest(Path file) throws IOException {
        return Store.manifest(bytesOf(file));
    }

    private byte[] bytesOf(Path file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
    }
}
