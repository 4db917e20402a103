package io.yieldline.backup;

import io.yieldline.Counted;
import io.yieldline.warehouse.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The exports that are loaded again from the archive after a change.
 *
 * @param exports their number
 * @param rows their rows, as far as the ledger before the change knows them
 */
public record Again(long exports, long rows) {
    /** Nothing is loaded again. */
    public static final Again NOTHING = new Again(0, 0);

    static Again of(Set<String> exports, Map<String, Long> rows) {
        return new Again(
                exports.size(),
                exports.stream()
                        .mapToLong(sha256 -> rows.getOrDefault(sha256, 0L))
                        .sum());
    }

    /** The rows of each export in the ledger, by hash. */
    static Map<String, Long> rows(Session session) {
        Map<String, Long> rows = new HashMap<>();
        session.query("select sha256, row_count from export", row -> rows.put(row.getString(1), row.getLong(2)));
        return rows;
    }

    /** Such as {@code 2 exports with 1,000 rows}. */
    public String text() {
        return Counted.of(exports, "export") + (rows == 0 ? "" : " with " + Counted.of(rows, "row"));
    }
}
