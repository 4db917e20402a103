package io.yieldline.mart;

import io.yieldline.NameKey;
import io.yieldline.Sha256;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rules as tables for the SELECTs of marts. Each name stands beside its key, by which it meets the names of records; stations
 * are in upper case. Names that differ only in case or blanks are one.
 */
final class RuleTables {
    private static final Map<String, List<String>> TABLES = Map.of(
            "rule_yield_model", List.of("model", "name_key"),
            "rule_station", List.of("role", "station", "name_key"),
            "rule_sort_code", List.of("model", "sort_code", "name_key"),
            "rule_focused_station", List.of("model", "station", "model_key", "name_key"),
            "rule_complete_exclusion", List.of("pattern"));

    private final Rules rules;

    RuleTables(Rules rules) {
        this.rules = rules;
    }

    static Set<String> names() {
        return TABLES.keySet();
    }

    /** Creates the tables, and the columns that those of an earlier version lack. */
    static void create(Session session) {
        TABLES.forEach((table, columns) -> {
            session.execute(
                    "create table if not exists " + table + " (" + String.join(" ${text}, ", columns) + " ${text})");
            columns.forEach(column ->
                    session.execute("alter table " + table + " add column if not exists " + column + " ${text}"));
        });
    }

    /** A text that is the same while the tables would be. */
    String fingerprint() {
        return Sha256.of(rules.fingerprint() + " name_key");
    }

    void fill(Session session) {
        TABLES.keySet().forEach(table -> session.execute("delete from " + table));
        once(rules.yieldModels()).forEach(model -> add(session, "rule_yield_model", List.of(model), model));
        rules.sortCodes().forEach((model, code) -> add(session, "rule_sort_code", List.of(model, code), model));
        rules.stations()
                .forEach((role, names) -> once(names)
                        .forEach(name -> add(session, "rule_station", List.of(role, upperCase(name)), name)));
        rules.focusedRolledYield()
                .forEach((model, names) -> once(names)
                        .forEach(name ->
                                add(session, "rule_focused_station", List.of(model, upperCase(name)), model, name)));
        once(rules.completeRolledYieldExcluded())
                .forEach(name -> add(session, "rule_complete_exclusion", List.of(), likePattern(name)));
    }

    /** A row of values and the keys of names. */
    private static void add(Session session, String table, List<String> values, String... names) {
        List<String> places = new ArrayList<>(Collections.nCopies(values.size(), "?"));
        places.addAll(Collections.nCopies(names.length, "name_key(?)"));
        List<String> all = new ArrayList<>(values);
        all.addAll(List.of(names));
        session.execute(
                "insert into " + table + " (" + String.join(", ", TABLES.getOrDefault(table, List.of())) + ") values ("
                        + String.join(", ", places) + ")",
                all.toArray());
    }

    private static List<String> once(List<String> names) {
        Set<String> keys = new HashSet<>();
        return names.stream().filter(name -> keys.add(NameKey.of(name))).toList();
    }

    private static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** A name with * as wildcard, as a LIKE pattern with ! as escape character. */
    private static String likePattern(String name) {
        return name.replaceAll("[!%_]", "!$0").replace('*', '%');
    }
}
