package io.yieldline.quality;

import io.yieldline.plant.ProductionScope;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A rule by which SELECTs of marts leave records out. A rule that names nothing is meant to leave out all.
 *
 * @param mark how a SELECT that applies it is recognized
 * @param condition what a record meets that is not left out
 * @param rule its key in the rules, and what it names
 * @param named the names that the rule has; empty where it is no list
 * @param column the column of the records that it compares
 */
record MartFilter(Pattern mark, String condition, String rule, Function<Rules, List<String>> named, String column) {
    private static final int LISTED = 5;
    private static final List<MartFilter> ALL = List.of(
            new MartFilter(
                    Pattern.compile("\\bin_scope\\b"),
                    "in_scope",
                    "production_scope",
                    rules -> scope(rules.productionScope()),
                    "flow"),
            new MartFilter(
                    Pattern.compile("\\brule_yield_model\\b"),
                    "name_key(model) in (select r.name_key from rule_yield_model r)",
                    "yield_models",
                    Rules::yieldModels,
                    "model"),
            station("packing"),
            station("sort_test"),
            new MartFilter(
                    Pattern.compile("(?<!left )join rule_sort_code\\b"),
                    "name_key(model) in (select r.name_key from rule_sort_code r)",
                    "sort_codes",
                    rules -> List.copyOf(rules.sortCodes().keySet()),
                    "model"),
            verdict("verdict = 'pass'", "pass"),
            verdict("verdict in ('pass', 'fail')", "pass or fail"));

    /** The rule after which no record is left, in words; empty where none does that, or one that is meant to. */
    static Optional<String> emptying(Session session, Rules rules, String select, String log) {
        List<String> met = new ArrayList<>();
        for (MartFilter filter : ALL) {
            if (filter.mark.matcher(select).find()) {
                String before = where(met);
                met.add(filter.condition);
                if (session.number("select count(*) from " + log + where(met)) == 0) {
                    return filter.said(session, rules, log + before);
                }
            }
        }
        return Optional.empty();
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private Optional<String> said(Session session, Rules rules, String records) {
        List<String> names = named.apply(rules);
        List<String> found = session.texts(
                "select distinct coalesce(" + column + ", '(blank)') from " + records + " order by 1 limit " + LISTED);
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(rule + " (" + String.join(", ", names) + ") leaves out all of them, whose " + column
                        + " is " + String.join(", ", found));
    }

    private static List<String> scope(ProductionScope scope) {
        return List.of(
                "blank_flow: " + (scope.blankFlow() ? "in" : "out"),
                "excluded_flows: " + scope.excludedFlows(),
                "excluded_stations: " + scope.excludedStations());
    }

    private static MartFilter station(String role) {
        return new MartFilter(
                Pattern.compile(
                        "(?:(?<!left )join rule_station \\w+ on|in \\(select \\w+\\.name_key from rule_station \\w+ where)"
                                + " \\w+\\.role = '" + role + "'"),
                "name_key(station) in (select r.name_key from rule_station r where r.role = '" + role + "')",
                "stations." + role,
                rules -> rules.stations().getOrDefault(role, List.of()),
                "station");
    }

    /** Only in a condition: a count of some verdict leaves no record out. */
    private static MartFilter verdict(String condition, String words) {
        return new MartFilter(
                Pattern.compile("(?:where|and) (?:\\w+\\.)?" + Pattern.quote(condition)),
                condition,
                "verdicts",
                rules -> List.of("no status means " + words),
                "status");
    }
}
