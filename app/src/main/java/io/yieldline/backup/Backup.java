package io.yieldline.backup;

import io.yieldline.backup.Manifest.TableCopy;
import io.yieldline.warehouse.TableFiles;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A snapshot of the database of a plant: one file per table, and a manifest. */
public final class Backup {
    private final Path folder;
    private final Manifest manifest;

    Backup(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** Its name: the snapshot time in plant time, such as {@code 20250421-080000}. */
    public String name() {
        return String.valueOf(folder.getFileName());
    }

    /** The snapshot time, in plant time. */
    public LocalDateTime takenAt() {
        return manifest.takenAt();
    }

    /** The reason for the backup. */
    public String why() {
        return manifest.why();
    }

    /** The time of the last successful verification; null if it is damaged. */
    public @Nullable LocalDateTime verifiedAt() {
        return manifest.verifiedAt();
    }

    /** Whether it is verified. */
    public boolean verified() {
        return manifest.verifiedAt() != null;
    }

    /** The damage; null if there is none. */
    public @Nullable String damage() {
        return manifest.damage();
    }

    /** Whether it was taken before a change, to undo it. */
    public boolean beforeChange() {
        return manifest.beforeChange();
    }

    /** The number of rows. */
    public long rows() {
        return manifest.tables().stream().mapToLong(TableCopy::rows).sum();
    }

    /** Its size on disk. */
    public long bytes() {
        return manifest.tables().stream().mapToLong(TableCopy::bytes).sum();
    }

    Path folder() {
        return folder;
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * The values of a column of a table; empty if the backup lacks the table.
     *
     * @param where a condition in DuckDB's SQL
     */
    List<String> values(String table, String column, String where) {
        return manifest.tables().stream()
                .filter(copy -> copy.table().equals(table))
                .flatMap(copy -> TableFiles.inspect(
                        folder,
                        files -> files
                                .texts("select " + column + " from " + TableFiles.source(file(copy)) + " where "
                                        + where)
                                .stream()))
                .toList();
    }

    Path file(TableCopy copy) {
        return folder.resolve(copy.file());
    }

    Backup with(Manifest changed) {
        return new Backup(folder, changed);
    }
}
