package io.yieldline.store;

import io.yieldline.Sha256;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a piece as a restore would, and compares it with what a snapshot says of it. */
public final class PieceCheck {
    private PieceCheck() {}

    /** The damage of a piece of a table in a file; empty if it is intact. */
    public static Optional<String> compare(Session session, StoredTable table, Piece piece, Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.of(missing(table, piece));
            }
            if (Files.size(file) != piece.bytes() || !Sha256.of(file).equals(piece.sha256())) {
                return Optional.of(named(table, piece) + " is not the file that was written");
            }
            TableSum sum = TableSum.of(session, TableFiles.source(file), table.names());
            return sum.equals(piece.sum())
                    ? Optional.empty()
                    : Optional.of(named(table, piece) + " differs from the database");
        } catch (IOException | WarehouseException e) {
            return Optional.of(named(table, piece) + " cannot be read");
        }
    }

    /** Whether the file of a new piece has the rows of the table, in the DuckDB session that wrote it; empty if it has. */
    static Optional<String> compare(Session session, StoredTable table, Piece piece, Path file, String rows) {
        try {
            TableSum kept = TableSum.quick(session, TableFiles.source(file), table.names());
            return kept.equals(TableSum.quick(session, rows, table.names()))
                    ? Optional.empty()
                    : Optional.of(named(table, piece) + " differs from the database");
        } catch (WarehouseException e) {
            return Optional.of(named(table, piece) + " cannot be read");
        }
    }

    static String missing(StoredTable table, Piece piece) {
        return named(table, piece) + " is missing";
    }

    /** A piece in words, such as {@code sighting of 2025-04} or, of a part of the month, {@code sighting from 2025-04-08}. */
    static String named(StoredTable table, Piece piece) {
        if (piece.period().isEmpty()) {
            return table.table();
        }
        return table.table() + (piece.period().equals(piece.span()) ? " of " : " from ") + piece.period();
    }
}
