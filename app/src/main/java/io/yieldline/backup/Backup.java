package io.yieldline.backup;

import io.yieldline.store.Manifest;
import io.yieldline.store.PieceStates;
import io.yieldline.store.Snapshot;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.TableFiles;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A snapshot of the whole database of a plant that is kept. */
public final class Backup {
    static final String BEFORE_MIGRATION = "before migration ";
    static final String UNREADABLE = "its manifest cannot be read";

    private final String name;
    private final Manifest manifest;
    private final Path folder;
    private final Function<StoredTable, List<Path>> files;
    private final @Nullable LocalDateTime verifiedAt;
    private final @Nullable String damage;

    Backup(
            String name,
            Manifest manifest,
            Path folder,
            Function<StoredTable, List<Path>> files,
            @Nullable LocalDateTime verifiedAt,
            @Nullable String damage) {
        this.name = name;
        this.manifest = manifest;
        this.folder = folder;
        this.files = files;
        this.verifiedAt = verifiedAt;
        this.damage = damage;
    }

    static Backup of(Snapshot snapshot, PieceStates verdicts) {
        String damage = verdicts.damage(snapshot);
        return new Backup(
                snapshot.name(),
                snapshot.manifest(),
                snapshot.store().folder(),
                table -> table.pieces().stream().map(snapshot::file).toList(),
                damage == null ? verdicts.verifiedAt(snapshot) : null,
                damage);
    }

    /** One whose manifest cannot be read: nobody knows what it held. */
    static Backup unreadable(String name, LocalDateTime at, Path folder) {
        Manifest nothing = new Manifest(at, "", "", 0, "", "", 0, "", null, List.of());
        return new Backup(name, nothing, folder, table -> List.of(), null, UNREADABLE);
    }

    /** Its name: the snapshot time in plant time, such as {@code 20250421-080000}. */
    public String name() {
        return name;
    }

    /** The snapshot time, in plant time. */
    public LocalDateTime takenAt() {
        return manifest.takenAt();
    }

    /** The reason for the backup. */
    public String why() {
        String why = manifest.why();
        return why == null ? "" : why;
    }

    /** The time at which all of it had been verified; null if it is damaged. */
    public @Nullable LocalDateTime verifiedAt() {
        return verifiedAt;
    }

    /** Whether it is verified. */
    public boolean verified() {
        return verifiedAt != null;
    }

    /** The damage; null if there is none. */
    public @Nullable String damage() {
        return damage;
    }

    /** Why it is not to be restored, such as "20250421-080000: packing_daily of 2025-04 is missing". */
    String doubt() {
        return name + ": " + (damage == null ? "not verified" : damage);
    }

    /** Whether it was taken because a change was about to be made, to undo it. */
    public boolean beforeChange() {
        return manifest.runId() != null || why().startsWith(BEFORE_MIGRATION);
    }

    /** The number of rows. */
    public long rows() {
        return manifest.tables().stream().mapToLong(StoredTable::rows).sum();
    }

    /** The size of its files, which it may share with other backups. */
    public long bytes() {
        return manifest.tables().stream().mapToLong(StoredTable::bytes).sum();
    }

    Path folder() {
        return folder;
    }

    Manifest manifest() {
        return manifest;
    }

    /** The files of a table, one for each of its pieces. */
    List<Path> files(StoredTable table) {
        return files.apply(table);
    }

    /**
     * The values of a column of a table; empty if the backup lacks the table.
     *
     * @param where a condition in DuckDB's SQL
     */
    List<String> values(String table, String column, String where) {
        return manifest.table(table).stream()
                .flatMap(stored -> files(stored).stream())
                .flatMap(file ->
                        TableFiles.inspect(
                                folder,
                                files -> files
                                        .texts("select " + column + " from " + TableFiles.source(file) + " where "
                                                + where)
                                        .stream()))
                .toList();
    }
}
