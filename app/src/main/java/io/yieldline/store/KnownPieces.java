package io.yieldline.store;

import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that a new snapshot can use again: those of the snapshot that the database names as its newest, whose unchanged pieces
 * need no look, and those of another one, which are compared.
 *
 * @param base the snapshot that the database names; null if it names none that is there, or was migrated since
 * @param other another snapshot; null for none
 * @param usable whether a piece can be read, as far as is known: one that is damaged or missing is written again
 */
record KnownPieces(@Nullable Snapshot base, @Nullable Snapshot other, Predicate<Piece> usable) {
    /** The same pieces where none is used without a look. */
    KnownPieces compared() {
        return new KnownPieces(null, base == null ? other : base, usable);
    }

    /** What changed since the base. */
    ChangedPieces changed(Session session) {
        return ChangedPieces.since(session, base == null ? 0 : base.manifest().change());
    }

    /**
     * The pieces of a table in the base by month or year; empty if it is not there with these columns, or was divided otherwise: so is
     * the log of a feed whose file was away.
     */
    Optional<Map<String, List<Piece>>> inBase(String table, String level, List<BulkColumn> columns) {
        return in(base, table, level, columns);
    }

    /** The same of the other snapshot. */
    Optional<Map<String, List<Piece>>> inOther(String table, String level, List<BulkColumn> columns) {
        return in(other, table, level, columns);
    }

    private Optional<Map<String, List<Piece>>> in(
            @Nullable Snapshot snapshot, String table, String level, List<BulkColumn> columns) {
        return Optional.ofNullable(snapshot)
                .flatMap(known -> known.manifest().table(table))
                .filter(stored -> stored.columns().equals(columns))
                .filter(stored -> stored.level().equals(level))
                .map(stored -> stored.pieces().stream().collect(Collectors.groupingBy(Piece::span)));
    }
}
