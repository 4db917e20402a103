package io.yieldline.store;

import io.yieldline.mart.Mart;
import io.yieldline.store.SnapshotDifference.CellChange;
import io.yieldline.store.SnapshotDifference.ExportChange;
import io.yieldline.store.SnapshotDifference.MartChange;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares marts of two snapshots, cell by cell; pieces that are in both are not read. */
public final class SnapshotComparison {
    private final Snapshot before;
    private final Snapshot after;
    private final @Nullable Long limit;
    private final List<MartChange> changes = new ArrayList<>();
    private final List<CellChange> listed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Of two snapshots.
     *
     * @param limit maximum number of cells to list; null for all
     */
    public SnapshotComparison(Snapshot before, Snapshot after, @Nullable Long limit) {
        this.before = before;
        this.after = after;
        this.limit = limit;
    }

    /** Compares these marts. */
    public SnapshotDifference of(List<Mart> marts) {
        List<ExportChange> exports = TableFiles.inspect(after.store().folder(), session -> {
            marts.forEach(mart -> compare(mart, session));
            return exports(session);
        });
        long cells = changes.stream().mapToLong(MartChange::cells).sum();
        return new SnapshotDifference(
                before.name(), after.name(), cells, changes, exports, notes(cells > 0 && exports.isEmpty()), listed);
    }

    private void compare(Mart mart, Session session) {
        Optional<PieceComparison> pieces = pieces(mart.name());
        if (pieces.isEmpty() || pieces.get().same()) {
            return;
        }
        MartComparison comparison = new MartComparison(mart, session);
        comparison.read(pieces.get());
        MartChange change = comparison.change();
        if (change.changed() + change.added() + change.removed() > 0) {
            changes.add(change);
            listed.addAll(comparison.cells(limit == null ? Long.MAX_VALUE : limit - listed.size()));
        }
    }

    /** The pieces of a table that differ; empty if it cannot be compared, which is noted. */
    private Optional<PieceComparison> pieces(String table) {
        Optional<StoredTable> earlier = before.manifest().table(table);
        Optional<StoredTable> later = after.manifest().table(table);
        if (earlier.isEmpty() || later.isEmpty()) {
            if (earlier.isPresent() || later.isPresent()) {
                notes.add(table + " is not in snapshot " + (earlier.isEmpty() ? before : after).name()
                        + " and was not compared.");
            }
            return Optional.empty();
        }
        if (!earlier.get().columns().equals(later.get().columns())) {
            notes.add(table + " has other columns in snapshot " + after.name() + " and was not compared.");
            return Optional.empty();
        }
        return Optional.of(new PieceComparison(before, earlier.get(), after, later.get()));
    }

    private List<ExportChange> exports(Session session) {
        return pieces("export")
                .filter(pieces -> !pieces.same())
                .map(pieces -> ExportComparison.of(pieces, session))
                .orElse(List.of());
    }

    private List<String> notes(boolean throughNoExport) {
        if (!before.manifest().rules().equals(after.manifest().rules())) {
            notes.add("The rules changed between the two.");
        }
        if (!before.manifest().program().equals(after.manifest().program())) {
            notes.add("Version " + before.manifest().program() + " of the program took the earlier one, version "
                    + after.manifest().program() + " the later one.");
        }
        if (throughNoExport) {
            notes.add(
                    "No export was loaded or undone between the two: a refresh, rules or a repair changed the marts.");
        }
        return notes;
    }
}
