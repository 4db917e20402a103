package io.yieldline.store;

import io.yieldline.PartProgress;
import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes the tables of one moment as pieces, without blocking writers: only those whose rows differ from the ones that are known. A
 * piece is read back before it counts.
 */
final class SnapshotWriter {
    private final Warehouse warehouse;
    private final Store store;
    private final Divisions divisions;
    private final PartProgress progress;
    private final Map<Path, Piece> written = new LinkedHashMap<>();

    SnapshotWriter(Warehouse warehouse, Store store, Divisions divisions, PartProgress progress) {
        this.warehouse = warehouse;
        this.store = store;
        this.divisions = divisions;
        this.progress = progress;
    }

    /**
     * The tables as they are now, all their pieces in the store.
     *
     * @param known the pieces that can be used again
     * @param wanted which tables
     * @throws UserError if they cannot be written as they are in the database; then nothing is left behind
     */
    Written write(KnownPieces known, Predicate<String> wanted) throws IOException {
        try {
            Written result = warehouse.snapshot(session -> {
                Written taken = tables(session, known, wanted);
                verify(session, taken.tables());
                return taken;
            });
            for (Map.Entry<Path, Piece> piece : written.entrySet()) {
                store.add(piece.getKey(), piece.getValue());
            }
            return result;
        } finally {
            for (Path file : written.keySet()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Written tables(Session session, KnownPieces known, Predicate<String> wanted) {
        ChangedPieces changed = known.changed(session);
        Map<String, List<BulkColumn>> stored = StoredTables.of(session);
        stored.keySet().removeIf(table -> !wanted.test(table));
        List<StoredTable> tables = new ArrayList<>();
        stored.forEach((table, columns) -> {
            progress.begins("back up " + table, tables.size() + 1, stored.size());
            tables.add(table(session, table, columns, known, changed));
        });
        return new Written(changed.last(), tables, List.copyOf(written.values()));
    }

    private StoredTable table(
            Session session, String table, List<BulkColumn> columns, KnownPieces known, ChangedPieces changed) {
        Division division = divisions.of(table);
        TableRows noted = new TableRows(session, table, columns, division, known, changed);
        TableRows rows = noted.areComplete()
                ? noted
                : new TableRows(session, table, columns, division, known.compared(), changed);
        List<Piece> pieces = rows.periods()
                .map(period -> piece(rows, period))
                .filter(piece -> piece.rows() > 0)
                .toList();
        return new StoredTable(
                table,
                division.level(),
                columns,
                pieces.isEmpty() ? List.of(piece(rows, division.divided() ? Piece.NO_PERIOD : "")) : pieces);
    }

    /** A piece that nobody wrote to, a known one with the same rows, or a new one. */
    private Piece piece(TableRows rows, String period) {
        return rows.unchanged(period).orElseGet(() -> {
            TableSum sum = rows.sum(period);
            return rows.known(period)
                    .filter(piece -> piece.sum().equals(sum))
                    .orElseGet(() -> fresh(rows, period, sum));
        });
    }

    private Piece fresh(TableRows rows, String period, TableSum sum) {
        return sum.rows() == 0 && rows.divided() && !period.equals(Piece.NO_PERIOD)
                ? new Piece(period, 0, sum.checksum(), 0, "")
                : written(rows, period, sum);
    }

    private Piece written(TableRows rows, String period, TableSum sum) {
        try {
            Path file = store.fresh();
            rows.write(period, file);
            Piece piece = new Piece(period, sum.rows(), sum.checksum(), Files.size(file), Sha256.of(file));
            written.put(file, piece);
            return piece;
        } catch (IOException e) {
            throw store.unwritable(e);
        }
    }

    /** Reads the new files back, as the rows are at this moment; DuckDB compares them itself, which is faster. */
    private void verify(Session session, List<StoredTable> tables) {
        if (session.engine() == Engine.DUCKDB) {
            verify(
                    tables,
                    (table, piece, file) -> PieceCheck.compare(
                            session,
                            table,
                            piece,
                            file,
                            divisions.of(table.table()).rows(table.table(), piece.period())));
        } else if (!written.isEmpty()) {
            TableFiles.inspect(store.folder(), scratch -> {
                verify(tables, (table, piece, file) -> PieceCheck.compare(scratch, table, piece, file));
                return true;
            });
        }
    }

    private void verify(List<StoredTable> tables, Comparison comparison) {
        List<Map.Entry<Path, Piece>> files = List.copyOf(written.entrySet());
        for (int i = 0; i < files.size(); i++) {
            Piece piece = files.get(i).getValue();
            StoredTable table = of(tables, piece);
            progress.begins("verify " + PieceCheck.named(table, piece), i + 1, files.size());
            comparison.damage(table, piece, files.get(i).getKey()).ifPresent(SnapshotWriter::refuse);
        }
    }

    private interface Comparison {
        Optional<String> damage(StoredTable table, Piece piece, Path file);
    }

    private static void refuse(String damage) {
        throw new UserError("the backup differs from the database it was taken from (" + damage
                + "); it was discarded; check the disk");
    }

    private static StoredTable of(List<StoredTable> tables, Piece piece) {
        return tables.stream()
                .filter(table -> table.pieces().contains(piece))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What was written.
     *
     * @param change the last change of the database that it holds
     * @param pieces the new pieces
     */
    record Written(long change, List<StoredTable> tables, List<Piece> pieces) {}
}
