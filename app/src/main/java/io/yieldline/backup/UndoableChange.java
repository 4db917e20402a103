package io.yieldline.backup;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes destructive changes safely: with preview, verified backup, record, and
 * undo.
 */
public final class UndoableChange {
    private final Warehouse warehouse;
    private final Marts marts;
    private final Backups backups;

    /** For changes to this warehouse. */
    public UndoableChange(Warehouse warehouse, Marts marts, Backups backups) {
        this.warehouse = warehouse;
        this.marts = marts;
        this.backups = backups;
    }

    /** The effects of a change, computed by making it and rolling it back. */
    public Made preview(Change change) {
        return warehouse.dryRun(session -> applied(session, change, null));
    }

    private Made applied(Session session, Change change, @Nullable String backup) {
        Map<String, Long> rows = StoredTables.of(session).containsKey("export") ? Again.rows(session) : Map.of();
        List<Effect> effects = RowCounts.effects(session, marts, change);
        return new Made(effects, Again.of(change.reloads(session), rows), backup);
    }

    /** Takes a backup, makes the change and records how to undo it. An empty database needs no backup. */
    public Made make(Change change, String what, long runId) {
        return make(change, what, runId, step -> {});
    }

    /** The same, and says which step begins. */
    public Made make(Change change, String what, long runId, Consumer<String> steps) {
        steps.accept("taking a backup before the " + what);
        Optional<Backup> backup =
                hasData() ? Optional.of(backups.take(warehouse, "before " + what, runId)) : Optional.empty();
        steps.accept("making the " + what + ", and refreshing the marts");
        change.announce();
        Made made = warehouse.write(session -> {
            backup.ifPresent(taken ->
                    session.execute("insert into recovery (run_id, backup) values (?, ?)", runId, taken.name()));
            return applied(session, change, backup.map(Backup::name).orElse(null));
        });
        change.settle();
        return made;
    }

    private boolean hasData() {
        return warehouse.read(session ->
                !StoredTables.of(session).containsKey("export") || session.number("select count(*) from export") > 0);
    }

    /** The backup that a run took before its change. */
    public Backup before(long runId) {
        String name = warehouse
                .read(session ->
                        session.first("select backup from recovery where run_id = ?", row -> row.getString(1), runId))
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "run " + runId + " deleted nothing that can be undone; see: yieldline backups"));
        Optional<Backup> found = backups.all().stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst();
        return found.orElseThrow(() -> new UserError("run " + runId + " can no longer be undone: its backup " + name
                + " was removed; restore another backup, see: yieldline backups"));
    }

    /** Records that a run was undone by another. */
    public void undone(long runId, long by) {
        warehouse.writeAll(session -> session.execute("update recovery set undone_by = ? where run_id = ?", by, runId));
    }

    /**
     * A change that was made.
     *
     * @param effects effect on each table
     * @param again the exports that are loaded again from the archive afterwards
     * @param backup the backup taken before; null if there was no data
     */
    public record Made(
            List<Effect> effects, Again again, @Nullable String backup) {}
}
