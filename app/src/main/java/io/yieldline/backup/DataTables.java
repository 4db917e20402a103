package io.yieldline.backup;

import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Separates the tables with data from exports, which a restore replaces, from tables about the program and its users,
 * which it keeps, such as the run log.
 */
final class DataTables {
    /** Data tables of every plant. What the data says belongs to it; what people noted about it does not. */
    static final List<String> CORE = List.of(
            "export",
            "rejected_row",
            "sighting",
            "touched",
            "touched_unit",
            "mart_state",
            "setting",
            "wiped_export",
            "finding",
            "finding_history",
            "finding_refresh");

    static final String RULES = "rule_";

    private DataTables() {}

    /** Whether a table has data from exports. */
    static boolean contains(Marts marts, String table) {
        return table.startsWith(RULES) || of(marts).contains(table);
    }

    /** The data tables, without those of the rules. */
    static Set<String> of(Marts marts) {
        Set<String> tables = new TreeSet<>(CORE);
        marts.feeds().all().stream().flatMap(DataTables::of).forEach(tables::add);
        marts.tables().map(Mart::name).forEach(tables::add);
        return tables;
    }

    private static Stream<String> of(Feed feed) {
        return Stream.of(feed.masterLog(), feed.history());
    }
}
