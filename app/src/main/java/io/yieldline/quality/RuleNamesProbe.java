package io.yieldline.quality;

import io.yieldline.Suggestion;
import io.yieldline.plant.Rules;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every station that the rules name occurs in the workstation log, for the model of the formula: a formula with a
 * misspelt station is never known, and an exclusion of one excludes nothing. A model with a formula or a sort code occurs there or
 * among the models of the yields. Names with {@code *} are patterns and are not checked.
 */
final class RuleNamesProbe implements Probe {
    private static final List<String> COLUMNS = List.of("rule", "model", "name", "known");
    private static final String NAMES = "select distinct model, station from workstation_master_log";

    private final int fewestRecords;

    RuleNamesProbe(Options options) {
        options.known("fewest_records");
        this.fewestRecords = options.number("fewest_records", 5000);
    }

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            if (session.number("select count(*) from workstation_master_log") < fewestRecords) {
                return Observation.nothing();
            }
            Rules rules = inspection.plant().rules();
            Collection<Named> names = names(rules, Occurring.of(session, rules.yieldModels()));
            List<Named> absent = names.stream().filter(name -> !name.isKnown()).toList();
            return new Observation(
                    absent.size(),
                    (long) names.size(),
                    absent.stream()
                            .map(name -> new Finding(severity, name.message()))
                            .toList(),
                    new Table(COLUMNS, names.stream().map(Named::row).toList()));
        });
    }

    /** Each name once, although several rules may have it. */
    private static Collection<Named> names(Rules rules, Occurring occurring) {
        Map<String, Named> names = new LinkedHashMap<>();
        all(rules, occurring).forEach(name -> names.putIfAbsent(name.model() + name.shown(), name));
        return names.values();
    }

    private static List<Named> all(Rules rules, Occurring occurring) {
        List<Named> names = new ArrayList<>();
        rules.sortCodes().keySet().forEach(model -> names.add(occurring.model("sort_codes", model)));
        rules.focusedRolledYield()
                .forEach((model, stations) -> names.addAll(occurring.formula("focused_rolled_yield", model, stations)));
        rules.stations().forEach((role, stations) -> names.addAll(occurring.stations("stations." + role, stations)));
        names.addAll(occurring.stations(
                "production_scope.excluded_stations", rules.productionScope().excludedStations()));
        names.addAll(
                occurring.stations("complete_rolled_yield.excluded_stations", rules.completeRolledYieldExcluded()));
        return names;
    }

    /**
     * The stations of the log in upper case, as the marts compare them, by model as it is written. The models of the yields are
     * known without records: a product may come later.
     */
    private record Occurring(Map<String, Set<String>> stations, Set<String> all) {
        static Occurring of(Session session, List<String> models) {
            Occurring occurring = new Occurring(new TreeMap<>(), new TreeSet<>());
            models.forEach(model -> occurring.stations.put(model, new TreeSet<>()));
            session.query(NAMES, row -> occurring.add(row.getString(1), row.getString(2)));
            return occurring;
        }

        private boolean add(@Nullable String model, String station) {
            String name = station.toUpperCase(Locale.ROOT);
            all.add(name);
            return model != null
                    && stations.computeIfAbsent(model, none -> new TreeSet<>()).add(name);
        }

        Named model(String rule, String model) {
            return new Named(rule, "", "model " + model, model, stations.keySet());
        }

        List<Named> stations(String rule, List<String> names) {
            return stations(rule, "", names, all);
        }

        /** The stations of a model without any record are not known yet. */
        List<Named> formula(String rule, String model, List<String> names) {
            Set<String> known = stations.getOrDefault(model, Set.of());
            return known.isEmpty() ? List.of(model(rule, model)) : stations(rule, model, names, known);
        }

        private static List<Named> stations(String rule, String model, List<String> names, Set<String> known) {
            return names.stream()
                    .filter(name -> !name.contains("*"))
                    .map(name -> new Named(rule, model, "station " + name, name.toUpperCase(Locale.ROOT), known))
                    .toList();
        }
    }

    /**
     * A name in the rules.
     *
     * @param model the model of a formula, or blank
     * @param shown kind and name, as in the rules
     * @param known the names that occur
     */
    private record Named(String rule, String model, String shown, String name, Collection<String> known) {
        boolean isKnown() {
            return known.contains(name);
        }

        String message() {
            return rule + (model.isEmpty() ? "" : " of " + model) + ": no record has the " + shown
                    + (known.isEmpty() ? "" : "; the most similar name is " + Suggestion.nearest(name, known))
                    + "; correct rules.yaml, then run: yieldline aggregate";
        }

        List<@Nullable Object> row() {
            return List.of(rule, model, shown, isKnown());
        }
    }
}
