package io.yieldline.store;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What transactions wrote since a change of the database.
 *
 * @param last the last change of all
 * @param periods the periods of each table; an empty one stands for all of them
 */
record ChangedPieces(long last, Map<String, Set<String>> periods) {
    private static final String ALL = "";

    /** Everything after a change; a database from before changes were noted has none. */
    static ChangedPieces since(Session session, long change) {
        if (!StoredTables.exists(session, "changed_piece")) {
            return new ChangedPieces(0, Map.of());
        }
        Map<String, Set<String>> periods = new HashMap<>();
        session.query(
                "select table_name, period from changed_piece where change > ?",
                row -> periods.computeIfAbsent(row.getString(1), table -> new TreeSet<>())
                        .add(row.getString(2)),
                change);
        return new ChangedPieces(session.number("select max(change) from changed_piece"), periods);
    }

    /** Whether a period of a table was written to. */
    boolean reaches(String table, String period) {
        Set<String> changed = periods.getOrDefault(table, Set.of());
        return changed.contains(ALL) || changed.contains(period);
    }

    /** The periods that a table had, and those that were written to; empty if any may have come. */
    Optional<List<String>> periods(String table, List<String> before) {
        Set<String> changed = periods.getOrDefault(table, Set.of());
        return changed.contains(ALL)
                ? Optional.empty()
                : Optional.of(new ArrayList<>(new TreeSet<>(
                        Stream.concat(before.stream(), changed.stream()).toList())));
    }
}
