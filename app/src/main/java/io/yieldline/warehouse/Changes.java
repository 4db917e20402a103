package io.yieldline.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction changes, by table and period: every statement passes here. A write counts as one of the whole table, unless
 * whoever makes it says which periods it stays within. Snapshots write only changed pieces again.
 */
final class Changes {
    /** Every period of a table. */
    static final String WHOLE = "";

    /** More periods than this, ten years, are as good as the whole table: an export with a record of the year 1 reaches over all. */
    private static final int MOST = 480;

    private static final Pattern WRITE = Pattern.compile(
            "(?i)(?:\\s|--[^\\n]*\\n)*(insert into|update|delete from|alter table|drop table(?: if exists)?|create temp table)\\s+(\\w+)");

    private final Map<String, Set<String>> periods = new TreeMap<>();
    private final Map<String, Collection<String>> bounds = new TreeMap<>();
    private final Set<String> temporary = new HashSet<>();

    /** Notes what a statement changed; one that changed no row of a table changed nothing. */
    void ran(String statement, long rows) {
        Matcher write = WRITE.matcher(statement);
        if (!write.lookingAt()) {
            return;
        }
        String verb = write.group(1).toLowerCase(Locale.ROOT);
        if (verb.startsWith("create")) {
            temporary.add(write.group(2));
            periods.remove(write.group(2));
        } else if (verb.startsWith("drop") && temporary.remove(write.group(2))) {
            return; // From now on the name is that of another table, if of any.
        } else if (rows > 0 || verb.contains("table")) {
            wrote(write.group(2));
        }
    }

    /** Notes a write to a table. */
    void wrote(String table) {
        if (!temporary.contains(table) && !StoredTables.internal(table)) {
            periods.computeIfAbsent(table, name -> new TreeSet<>()).addAll(bounds.getOrDefault(table, List.of(WHOLE)));
        }
    }

    /** Does something whose writes to these tables stay within these periods of them. */
    <T> T within(Collection<String> tables, Collection<String> bound, Supplier<T> work) {
        Collection<String> noted = bound.size() > MOST ? List.of(WHOLE) : bound;
        tables.forEach(table -> bounds.put(table, noted));
        try {
            return work.get();
        } finally {
            tables.forEach(bounds::remove);
        }
    }

    /** Stores the changes, as the last statement of their transaction. */
    void store(Session session) {
        List<@Nullable Object> values = new ArrayList<>();
        long change = 1 + session.number("select max(change) from changed_piece");
        periods.forEach((table, changed) -> changed.forEach(period -> values.addAll(List.of(table, period, change))));
        if (!values.isEmpty()) {
            session.execute(
                    "insert into changed_piece (table_name, period, change) values "
                            + periods.values().stream()
                                    .flatMap(Set::stream)
                                    .map(period -> "(?, ?, ?)")
                                    .collect(Collectors.joining(", "))
                            + " on conflict (table_name, period) do update set change = excluded.change",
                    values.toArray());
        }
    }
}
