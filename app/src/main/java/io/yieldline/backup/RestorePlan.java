package io.yieldline.backup;

import io.yieldline.ingest.Reloadable;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.store.StoredTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a restore of a backup would change, told by the backup alone, because the database cannot be read. */
public final class RestorePlan {
    private final Backup backup;
    private final Reloadable reloadable;

    /** For a backup that was just verified; refuses a damaged one. */
    public RestorePlan(Backup backup, Reloadable reloadable) {
        Restore.refuseDamaged(backup);
        this.backup = backup;
        this.reloadable = reloadable;
    }

    /**
     * The tables that change.
     *
     * @param rows the rows in the tables of the database, as far as they can be read
     */
    public List<Effect> effects(Marts marts, Map<String, Long> rows) {
        Set<String> counted = new HashSet<>(List.of("export", "rejected_row", "sighting"));
        marts.feeds().all().forEach(feed -> counted.addAll(List.of(feed.masterLog(), feed.history())));
        marts.all().stream().map(Mart::name).forEach(counted::add);
        return backup.manifest().tables().stream()
                .filter(copy -> counted.contains(copy.table()))
                .map(copy -> effect(copy, rows.getOrDefault(copy.table(), 0L)))
                .filter(effect -> effect.rowsBefore() != effect.rowsAfter())
                .toList();
    }

    /** The exports that would be loaded again from the archive. */
    public Again again() {
        Set<String> lacked = reloadable.lackedBy(
                backup.values("export", "sha256", "status = 'loaded'"), backup.values("export", "sha256", "true"));
        return Again.of(lacked, Map.of());
    }

    private static Effect effect(StoredTable copy, long before) {
        return new Effect(copy.table(), before, copy.rows(), null, null, null, null, null);
    }
}
