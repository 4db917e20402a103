package io.yieldline.store;

import io.yieldline.mart.Mart;
import io.yieldline.store.SnapshotDifference.CellChange;
import io.yieldline.store.SnapshotDifference.MartChange;
import io.yieldline.store.SnapshotDifference.RowChange;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a mart that differ between two snapshots, side by side in a table of the session. */
final class MartComparison {
    /** Names with a blank, which no column of a mart has. */
    private static final String BEFORE = "before ";

    private static final String AFTER = "after ";

    private final Mart mart;
    private final Session session;
    private final List<String> counts;

    MartComparison(Mart mart, Session session) {
        this.mart = mart;
        this.session = session;
        this.counts = mart.columnNames().stream()
                .filter(column -> !mart.key().contains(column))
                .toList();
    }

    /** Reads them. A key can be blank, so rows are put together by grouping, not by a join. */
    void read(PieceComparison pieces) {
        String sides = counts.stream()
                .map(count -> side(BEFORE, count, "not is_after") + ", " + side(AFTER, count, "is_after"))
                .collect(Collectors.joining(", "));
        String other = counts.stream().map(MartComparison::differs).collect(Collectors.joining(" or "));
        session.execute("create or replace temp table difference as select * from (select " + keys()
                + ", bool_or(not is_after) as was_there, bool_or(is_after) as is_there, " + sides + " from ("
                + pieces.rows(mart.columnNames()) + ") r group by " + keys() + ") d where was_there <> is_there or "
                + other);
    }

    /** How much changed. */
    MartChange change() {
        String cells = counts.stream()
                .map(count -> "count(*) filter (where " + differs(count) + ")")
                .collect(Collectors.joining(" + "));
        return session.first(
                        "select " + cells + ", count(*) filter (where was_there and is_there), "
                                + "count(*) filter (where not was_there), count(*) filter (where not is_there)"
                                + " from difference",
                        row -> new MartChange(
                                mart.name(), row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .orElseThrow();
    }

    /** The cells that changed, in the order of their keys and columns. */
    List<CellChange> cells(long limit) {
        String cells = IntStream.range(0, counts.size())
                .mapToObj(place -> "select " + keys() + ", was_there, is_there, " + place + " as place, "
                        + quoted(BEFORE + counts.get(place)) + " as earlier, " + quoted(AFTER + counts.get(place))
                        + " as later from difference where " + differs(counts.get(place)))
                .collect(Collectors.joining(" union all "));
        String order = mart.key().stream().map(key -> key + " nulls first").collect(Collectors.joining(", "));
        return session.table("select * from (" + cells + ") c order by " + order + ", place limit " + limit)
                .named()
                .map(this::cell)
                .toList();
    }

    private CellChange cell(Table.Row row) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        mart.key().forEach(column -> key.put(column, row.value(column)));
        boolean was = Boolean.TRUE.equals(row.value("was_there"));
        boolean is = Boolean.TRUE.equals(row.value("is_there"));
        return new CellChange(
                mart.name(),
                was && is ? RowChange.CHANGED : was ? RowChange.REMOVED : RowChange.ADDED,
                Collections.unmodifiableMap(key),
                counts.get((int) row.number("place")),
                row.value("earlier"),
                row.value("later"));
    }

    private String keys() {
        return String.join(", ", mart.key());
    }

    private static String side(String side, String count, String where) {
        return "max(" + count + ") filter (where " + where + ") as " + quoted(side + count);
    }

    private static String differs(String count) {
        return Stream.of(BEFORE, AFTER)
                .map(side -> quoted(side + count))
                .collect(Collectors.joining(" is distinct from "));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
