package io.yieldline.store;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What transactions wrote since a change of the database.
 *
 * @param last the last change of all
 * @param periods the periods of each table, months, their parts or years, each with the last change of it; an empty one stands for all of
 *     them
 */
public record ChangedPieces(long last, Map<String, Map<String, Long>> periods) {
    /** The period that stands for all of them. */
    public static final String ALL = "";

    /** Everything after a change; a database from before changes were noted has none. */
    public static ChangedPieces since(Session session, long change) {
        if (!StoredTables.exists(session, "changed_piece")) {
            return new ChangedPieces(0, Map.of());
        }
        Map<String, Map<String, Long>> periods = new HashMap<>();
        session.query(
                "select table_name, period, change from changed_piece where change > ?",
                row -> periods.computeIfAbsent(row.getString(1), table -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3)),
                change);
        return new ChangedPieces(session.number("select max(change) from changed_piece"), periods);
    }

    /** Whether a period of a table was written to, or a part of it, or what it is a part of. */
    boolean reaches(String table, String period) {
        return periods.getOrDefault(table, Map.of()).keySet().stream()
                .anyMatch(changed -> changed.startsWith(period) || period.startsWith(changed));
    }

    /** Whether somebody wrote to a month or year of a table, or to a part of it, and knew that it was only that. */
    boolean reachesInto(String table, String span) {
        return periods.getOrDefault(table, Map.of()).keySet().stream().anyMatch(changed -> changed.startsWith(span));
    }

    /** The last change that wrote to a period of a table; 0 for none. */
    public long last(String table, String period) {
        Map<String, Long> changed = periods.getOrDefault(table, Map.of());
        return Math.max(changed.getOrDefault(ALL, 0L), changed.getOrDefault(period, 0L));
    }

    /** The last change that wrote to any of some months of a table; 0 for none. */
    public long last(String table, YearMonth first, YearMonth last) {
        return periods.getOrDefault(table, Map.of()).entrySet().stream()
                .filter(period -> period.getKey().equals(ALL)
                        || Piece.span(period.getKey()).compareTo(first.toString()) >= 0
                                && Piece.span(period.getKey()).compareTo(last.toString()) <= 0)
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    /** The months or years of a table that were written to after a change. */
    public Set<String> after(String table, long change) {
        Set<String> after = new TreeSet<>();
        periods.getOrDefault(table, Map.of()).forEach((period, last) -> {
            if (last > change) {
                after.add(Piece.span(period));
            }
        });
        return after;
    }

    /** Whether each write to a table said which periods it reached. */
    boolean knowsPeriods(String table) {
        return !periods.getOrDefault(table, Map.of()).containsKey(ALL);
    }

    /** The months or years that a table had, and those that were written to. */
    List<String> spans(String table, Set<String> before) {
        return Stream.concat(before.stream(), after(table, 0).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
