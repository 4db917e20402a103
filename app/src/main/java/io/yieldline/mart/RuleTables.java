package io.yieldline.mart;

import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules as tables for the SELECTs of marts. Stations are stored and compared in upper case. */
final class RuleTables {
    private static final Map<String, List<String>> TABLES = Map.of(
            "rule_yield_model", List.of("model"),
            "rule_station", List.of("role", "station"),
            "rule_sort_code", List.of("model", "sort_code"),
            "rule_focused_station", List.of("model", "station"),
            "rule_complete_exclusion", List.of("pattern"));

    private final Rules rules;

    RuleTables(Rules rules) {
        this.rules = rules;
    }

    static Set<String> names() {
        return TABLES.keySet();
    }

    static void create(Session session) {
        TABLES.forEach((table, columns) -> session.execute("create table if not exists " + table + " ("
                + String.join(" ${text} not null, ", columns) + " ${text} not null)"));
    }

    void fill(Session session) {
        TABLES.keySet().forEach(table -> session.execute("delete from " + table));
        rules.yieldModels().stream().distinct().forEach(model -> add(session, "rule_yield_model", model));
        rules.sortCodes().forEach((model, code) -> add(session, "rule_sort_code", model, code));
        addStations(session, "rule_station", rules.stations());
        addStations(session, "rule_focused_station", rules.focusedRolledYield());
        rules.completeRolledYieldExcluded().stream()
                .map(RuleTables::likePattern)
                .distinct()
                .forEach(pattern -> add(session, "rule_complete_exclusion", pattern));
    }

    private static void addStations(Session session, String table, Map<String, List<String>> stations) {
        stations.forEach((key, names) -> upperCase(names).forEach(station -> add(session, table, key, station)));
    }

    private static void add(Session session, String table, String... values) {
        session.execute(
                "insert into " + table + " values (?" + ", ?".repeat(values.length - 1) + ")", (Object[]) values);
    }

    private static Collection<String> upperCase(List<String> names) {
        return names.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** A name with * as wildcard, as a LIKE pattern with ! as escape character. */
    private static String likePattern(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[!%_]", "!$0").replace('*', '%');
    }
}
