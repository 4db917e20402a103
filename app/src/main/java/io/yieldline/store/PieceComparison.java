package io.yieldline.store;

import io.yieldline.warehouse.TableFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The pieces of a table that are in one of two snapshots only. */
record PieceComparison(Snapshot before, StoredTable earlier, Snapshot after, StoredTable later) {
    /** Whether the table is the same in both. */
    boolean same() {
        return hashes(earlier).equals(hashes(later));
    }

    /** A SELECT of the rows of these pieces, in which the first column, {@code is_after}, says from which of the two a row is. */
    String rows(List<String> columns) {
        return select(columns, false, before, earlier, later) + " union all "
                + select(columns, true, after, later, earlier);
    }

    private static String select(
            List<String> columns, boolean isAfter, Snapshot of, StoredTable table, StoredTable other) {
        Set<String> known = hashes(other);
        List<Path> files = table.pieces().stream()
                .filter(piece -> !known.contains(piece.sha256()))
                .map(of::file)
                .toList();
        // Without a piece of its own it has no rows here, but the columns of any piece.
        return "select " + isAfter + " as is_after, " + String.join(", ", columns) + " from "
                + (files.isEmpty()
                        ? TableFiles.source(of.file(table.pieces().get(0))) + " where false"
                        : TableFiles.source(files));
    }

    private static Set<String> hashes(StoredTable table) {
        return table.pieces().stream().map(Piece::sha256).collect(Collectors.toSet());
    }
}
