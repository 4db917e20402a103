package io.yieldline.store;

import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PeriodColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables a snapshot holds and how each is divided: what records are about by month, marts by year, the rest whole. Only tables
 * that exports and marts fill are shown to others.
 */
public final class Divisions {
    /** Tables of exports that are not of a feed. */
    private static final List<String> OF_EXPORTS = List.of("sighting", "rejected_row");

    private final Map<String, Division> divided = new TreeMap<>();
    private final Set<String> marts;

    /** For the tables of a plant with these marts. */
    public Divisions(Marts marts) {
        this.marts = marts.all().stream().map(Mart::name).collect(Collectors.toSet());
        marts.feeds().all().forEach(this::add);
        OF_EXPORTS.forEach(table -> divided.put(table, Division.exports(table)));
        marts.units().forEach(units -> divided.put(units.name(), Division.months(units.name(), "day")));
        marts.all().forEach(mart -> divided.put(mart.name(), of(mart)));
    }

    /** How a table is divided. */
    public Division of(String table) {
        return divided.getOrDefault(table, Division.WHOLE);
    }

    /** Whether a table is shown to whoever reads the lake: nothing about users or the program. */
    boolean published(String table) {
        return divided.containsKey(table) || table.equals("export") || table.startsWith("rule_");
    }

    /** Whether a table belongs to what was said on an evening, without the records behind it: marts, rules and the ledger of exports. */
    boolean said(String table) {
        return marts.contains(table) || table.equals("export") || table.startsWith("rule_");
    }

    private void add(Feed feed) {
        Stream.of(feed.masterLog(), feed.history())
                .forEach(table -> divided.put(table, Division.months(table, "ended_at")));
    }

    private static Division of(Mart mart) {
        PeriodColumn period = mart.partition().period();
        return period.weekly()
                ? Division.weekYears(mart.name(), period.name())
                : Division.years(mart.name(), period.name());
    }
}
