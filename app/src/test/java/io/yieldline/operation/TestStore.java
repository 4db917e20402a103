package io.yieldline.operation;

import io.yieldline.PartProgress;
import io.yieldline.operation.load.SnapshotOperation;
import io.yieldline.operation.load.SnapshotOperation.Taken;
import io.yieldline.store.Lake;
import io.yieldline.store.Piece;
import io.yieldline.store.Snapshot;
import io.yieldline.store.Snapshots;
import io.yieldline.store.StoredTable;
import io.yieldline.warehouse.TableSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The store of a plant, and what its snapshots hold. */
record TestStore(TestPlant plant) {
    Snapshots snapshots() {
        return new Snapshots(plant.plant(), plant::now, PartProgress.NONE);
    }

    /** A snapshot as after a refresh, which later ones replace. */
    Snapshot published() {
        return snapshots().publish(plant.warehouse());
    }

    /** A snapshot as of an evening, which is kept. */
    Snapshot kept() {
        return snapshots().keep(plant.warehouse(), "test", null);
    }

    /** A snapshot with its version of the lake. */
    Taken taken() {
        return plant.run(new SnapshotOperation(), new SnapshotOperation.Parameters());
    }

    Lake lake() {
        return new Lake(plant.home(), snapshots().store());
    }

    /** All files of pieces. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(plant.home().store().resolve("pieces"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Table and period of each piece that another snapshot does not have. */
    static Set<String> written(Snapshot before, Snapshot after) {
        Set<String> known = Set.copyOf(pieces(before).values());
        return pieces(after).entrySet().stream()
                .filter(piece -> !known.contains(piece.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> pieces(Snapshot snapshot) {
        Map<String, String> pieces = new TreeMap<>();
        snapshot.manifest()
                .tables()
                .forEach(table -> table.pieces()
                        .forEach(piece -> pieces.put(table.table() + " " + piece.period(), piece.sha256())));
        return pieces;
    }

    static List<Piece> pieces(Snapshot snapshot, String table) {
        return snapshot.manifest().table(table).orElseThrow().pieces();
    }

    static Map<String, TableSum> sums(Snapshot snapshot) {
        return snapshot.manifest().tables().stream().collect(Collectors.toMap(StoredTable::table, StoredTable::sum));
    }

    /** The sums of the tables that a snapshot has. */
    static Map<String, TableSum> sums(Map<String, TableSum> all, Snapshot of) {
        Map<String, TableSum> sums = new TreeMap<>(all);
        sums.keySet().retainAll(sums(of).keySet());
        return sums;
    }
}
