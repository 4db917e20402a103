package io.yieldline.backup;

import io.yieldline.PartProgress;
import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.ingest.Ledger;
import io.yieldline.ingest.ReceiptJournal;
import io.yieldline.ingest.Reloadable;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Restores all data from a backup, and loads later exports again from the archive. */
public final class Restore implements Change {
    private final Warehouse warehouse;
    private final Marts marts;
    private final Backup backup;
    private final ReceiptJournal receipts;
    private final Reloadable reloadable;
    private final PartProgress progress;
    private final Runnable reload;

    /**
     * A restore of a backup that was just verified.
     *
     * @param progress is told each table
     * @param reload updates tables and views to this version, and loads exports that the backup lacks
     */
    public Restore(PlantParts parts, Backup backup, PartProgress progress, Runnable reload) {
        this.warehouse = parts.warehouse();
        this.marts = parts.marts();
        this.backup = backup;
        this.receipts = parts.receipts();
        this.reloadable = new Reloadable(receipts, parts.archive());
        this.progress = progress;
        this.reload = reload;
    }

    /** Refuses a backup that is damaged or from a newer version. */
    public static Backup usable(Backups backups, Backup backup, Warehouse warehouse) {
        Backup judged = backups.verify(backup);
        refuseDamaged(judged);
        long schema = warehouse.read(session -> session.number("select count(*) from schema_migration"));
        if (judged.manifest().schema() > schema) {
            throw new UserError("backup " + backup.name() + " was created by a newer Yieldline (schema "
                    + judged.manifest().schema() + ", this version supports " + schema + "); run the newer version");
        }
        return judged;
    }

    static void refuseDamaged(Backup judged) {
        if (!judged.verified()) {
            throw new UserError("backup " + judged.name() + " is damaged: " + judged.damage()
                    + "; nothing was changed; choose another backup, see: yieldline backups");
        }
    }

    @Override
    public void apply(Session session) {
        Map<String, List<BulkColumn>> stored = StoredTables.of(session);
        Predicate<String> data = table -> DataTables.contains(marts, table);
        stored.keySet().stream().filter(data).forEach(table -> session.execute("delete from " + table));
        fill(session, stored, data);
    }

    /** Restores the tables about the program if they are empty: for a new database. */
    public void journals() {
        warehouse.writeAll(this::journals);
    }

    /** Restores everything: for a new database. */
    public void whole() {
        warehouse.writeAll(session -> {
            apply(session);
            journals(session);
        });
    }

    /** Whether nothing of this backup was wiped or purged since, according to the receipts, which a damaged database leaves. */
    public boolean holdsNothingWiped() {
        Set<String> wiped = receipts.wiped();
        return backup.values("export", "sha256", "status in ('loaded', 'parked')").stream()
                        .noneMatch(wiped::contains)
                && keptFrom(backup.values("setting", "value", "name = 'kept_from'"))
                        .equals(receipts.keptFrom());
    }

    private static LocalDate keptFrom(List<String> setting) {
        return setting.stream().map(LocalDate::parse).findFirst().orElse(LocalDate.MIN);
    }

    private void journals(Session session) {
        fill(
                session,
                StoredTables.of(session),
                table -> !DataTables.contains(marts, table) && session.number("select count(*) from " + table) == 0);
    }

    @Override
    public Set<String> reloads(Session session) {
        return reloadable.lackedBy(
                Ledger.loaded(session).keySet(), Ledger.all(session).keySet());
    }

    @Override
    public void settle() {
        receipts.keepFrom(keptFrom(
                warehouse.read(session -> session.texts("select value from setting where name = 'kept_from'"))));
        reload.run();
    }

    private void fill(Session session, Map<String, List<BulkColumn>> stored, Predicate<String> wanted) {
        List<StoredTable> copies = backup.manifest().tables().stream()
                .filter(copy -> stored.containsKey(copy.table()))
                .filter(copy -> wanted.test(copy.table()))
                .toList();
        for (int i = 0; i < copies.size(); i++) {
            StoredTable copy = copies.get(i);
            progress.begins("restore " + copy.table(), i + 1, copies.size());
            fill(session, copy, stored.getOrDefault(copy.table(), List.of()));
        }
    }

    private void fill(Session session, StoredTable copy, List<BulkColumn> stored) {
        List<BulkColumn> columns =
                copy.columns().stream().filter(stored::contains).toList();
        for (Path file : backup.files(copy)) {
            preparePartitions(session, copy, file);
            TableFiles.read(warehouse, session, file, copy.table(), columns);
        }
        if (columns.size() == copy.names().size()
                && !TableSum.of(session, copy.table(), copy.names()).equals(copy.sum())) {
            throw new WarehouseException("restored " + copy.table() + " differs from backup " + backup.name());
        }
    }

    private void preparePartitions(Session session, StoredTable copy, Path file) {
        for (Feed feed : marts.feeds().all()) {
            if (feed.masterLog().equals(copy.table())) {
                FeedTables.preparePartitions(warehouse, session, feed, months(file));
            }
        }
    }

    private List<LocalDate> months(Path file) {
        return TableFiles.inspect(
                backup.folder(),
                files -> files.query(
                        "select distinct cast(date_trunc('month', ended_at) as date) from " + TableFiles.source(file),
                        row -> row.getObject(1, LocalDate.class)));
    }
}
