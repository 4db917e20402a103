package io.yieldline.store;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A snapshot in a store.
 *
 * @param name its moment in plant time, such as {@code 20250421-080000}
 * @param manifest what it consists of
 */
public record Snapshot(Store store, String name, Manifest manifest) {
    /** The file of a piece. */
    public Path file(Piece piece) {
        return store.file(piece);
    }

    /** Whether it is kept as a backup. */
    public boolean kept() {
        return manifest.why() != null;
    }

    /** The number of its files. */
    public long pieces() {
        return hashes().count();
    }

    /** The number of its files that an earlier one does not have. */
    public long newPieces(Snapshot earlier) {
        Set<String> known = earlier.hashes().collect(Collectors.toSet());
        return hashes().filter(hash -> !known.contains(hash)).count();
    }

    /** The hashes of its files. */
    Stream<String> hashes() {
        return allPieces().map(Piece::sha256);
    }

    /** The pieces of all its tables. */
    Stream<Piece> allPieces() {
        return manifest.tables().stream().flatMap(table -> table.pieces().stream());
    }

    /** The number of rows of all tables. */
    public long rows() {
        return manifest.tables().stream().mapToLong(StoredTable::rows).sum();
    }

    /** The size of all its pieces, which it may share with other snapshots. */
    public long bytes() {
        return manifest.tables().stream().mapToLong(StoredTable::bytes).sum();
    }
}
