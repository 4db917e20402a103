package io.yieldline.store;

import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.TableFiles;
import io.yieldline.warehouse.TableSum;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rows of a table at the moment of a snapshot, with the pieces that are known of it and what was written to it since. */
final class TableRows {
    private final Session session;
    private final String table;
    private final List<BulkColumn> columns;
    private final Division division;
    private final ChangedPieces changed;
    private final Predicate<Piece> usable;
    private final boolean followed;
    private final Map<String, List<Piece>> base;
    private final Map<String, List<Piece>> other;

    TableRows(
            Session session,
            String table,
            List<BulkColumn> columns,
            Division division,
            KnownPieces known,
            ChangedPieces changed) {
        this.session = session;
        this.table = table;
        this.columns = columns;
        this.division = division;
        this.changed = changed;
        this.usable = known.usable();
        Optional<Map<String, List<Piece>>> inBase = known.inBase(table, division.level(), columns);
        this.followed = division.divided() && inBase.isPresent() && changed.knowsPeriods(table);
        this.base = inBase.orElse(Map.of());
        this.other = known.inOther(table, division.level(), columns).orElse(Map.of());
    }

    /** Whether it has months or years. */
    boolean divided() {
        return division.divided();
    }

    /** The periods into which it is divided now, in order; the only one of a table without periods is empty. */
    Stream<String> periods() {
        List<String> spans = followed ? changed.spans(table, base.keySet()) : division.in(session);
        return spans.stream().flatMap(span -> periods(span).stream());
    }

    /**
     * A month is written whole when it comes, and in parts from the first change within it on. What changes a table as a whole, such as
     * other rules, divides no month.
     */
    private List<String> periods(String span) {
        List<String> before = base.getOrDefault(span, other.getOrDefault(span, List.of())).stream()
                .map(Piece::period)
                .toList();
        boolean grows = base.containsKey(span) && changed.reachesInto(table, span);
        boolean whole = before.isEmpty() || before.contains(span) && !grows;
        return whole ? List.of(span) : untouched(span) ? before : division.parts(span);
    }

    /**
     * Whether the pieces that nobody wrote to and the rows of the other periods are as many as the table has. Otherwise somebody wrote past
     * what was noted, such as another program. DuckDB knows the number; PostgreSQL would have to read all rows.
     */
    boolean areComplete() {
        return !followed
                || session.engine() != Engine.DUCKDB
                || rows(table) == periods().mapToLong(this::rowsOf).sum();
    }

    private long rowsOf(String period) {
        return unchanged(period).map(Piece::rows).orElseGet(() -> rows(division.rows(table, period)));
    }

    private long rows(String source) {
        return session.number("select count(*) from " + source);
    }

    /** Whether nobody wrote to a period since the base; of a table without periods nobody knows. */
    private boolean untouched(String period) {
        return followed && !changed.reaches(table, period);
    }

    /** The piece of a period to which nobody wrote since the base; empty if that has none that can be read. */
    Optional<Piece> unchanged(String period) {
        return untouched(period) ? in(base, period) : Optional.empty();
    }

    /** A piece of a period that can be used again if its rows are still those of the table. */
    Optional<Piece> known(String period) {
        return in(base, period).or(() -> in(other, period));
    }

    private Optional<Piece> in(Map<String, List<Piece>> pieces, String period) {
        return pieces.getOrDefault(Piece.span(period), List.of()).stream()
                .filter(piece -> piece.period().equals(period))
                .filter(usable)
                .findFirst();
    }

    /** The checksum of the rows of a period. */
    TableSum sum(String period) {
        return TableSum.of(session, division.rows(table, period), names());
    }

    /** Writes the rows of a period to a file. */
    void write(String period, Path file) {
        TableFiles.write(session, division.rows(table, period), columns, file);
    }

    private List<String> names() {
        return columns.stream().map(BulkColumn::name).toList();
    }
}
