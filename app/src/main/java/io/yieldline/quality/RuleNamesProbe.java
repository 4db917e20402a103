package io.yieldline.quality;

import io.yieldline.NameKey;
import io.yieldline.Suggestion;
import io.yieldline.feed.Feed;
import io.yieldline.plant.Annotation;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Rules;
import io.yieldline.plant.Target;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks that every name in the rules occurs in the logs, stations of a formula for its model: a formula with a
 * misspelt station is never known, and an exclusion of one excludes nothing. Names with {@code *} are patterns and are not checked;
 * awaited names may come later.
 */
final class RuleNamesProbe implements Probe {
    private static final List<String> COLUMNS = List.of("rule", "model", "name", "known");

    private static final String WORKSTATION = "workstation";

    private final int fewestRecords;
    private final List<String> awaited;

    RuleNamesProbe(Options options) {
        options.known("fewest_records", "awaited");
        this.fewestRecords = options.number("fewest_records", 500);
        this.awaited = options.texts("awaited");
    }

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            Feed log = inspection.feeds().named(WORKSTATION);
            long records = Occurring.names(session, inspection, log, "station").stream()
                    .mapToLong(NameCount::records)
                    .sum();
            if (records < fewestRecords) {
                return Observation.nothing();
            }
            Collection<Named> names = names(inspection.plant(), Occurring.of(session, inspection));
            List<Named> absent = names.stream().filter(name -> !name.occurs()).toList();
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
    private Collection<Named> names(Plant plant, Occurring occurring) {
        Map<String, Named> names = new LinkedHashMap<>();
        Stream.concat(all(plant.rules(), occurring).stream(), read(plant, occurring).stream())
                .filter(name -> !name.name().contains("*"))
                .filter(name -> awaited.stream().noneMatch(later -> NameKey.alike(later, name.name())))
                .forEach(name -> names.putIfAbsent(name.model() + name.kind() + NameKey.of(name.name()), name));
        return names.values();
    }

    private static List<Named> all(Rules rules, Occurring occurring) {
        List<Named> names = new ArrayList<>(occurring.models("yield_models", rules.yieldModels()));
        names.addAll(occurring.models("sort_codes", rules.sortCodes().keySet()));
        rules.focusedRolledYield()
                .forEach((model, stations) -> names.addAll(occurring.formula("focused_rolled_yield", model, stations)));
        rules.stations().forEach((role, stations) -> names.addAll(occurring.stations("stations." + role, stations)));
        names.addAll(occurring.stations(
                "production_scope.excluded_stations", rules.productionScope().excludedStations()));
        names.addAll(
                occurring.stations("complete_rolled_yield.excluded_stations", rules.completeRolledYieldExcluded()));
        names.addAll(occurring.named(
                "production_scope.excluded_flows",
                "flow",
                rules.productionScope().excludedFlows()));
        names.addAll(occurring.named("verdicts", "status", rules.verdicts().keySet()));
        return names;
    }

    /** The names in what people read, on which no number depends: one that never occurs is shown nowhere. */
    private static List<Named> read(Plant plant, Occurring occurring) {
        List<Target> targets = plant.targets().all();
        List<Annotation> annotations = plant.annotations().all();
        List<Named> names = new ArrayList<>(occurring.models("targets", given(targets, Target::model)));
        names.addAll(occurring.stations("targets", given(targets, Target::station)));
        names.addAll(occurring.models("annotations", given(annotations, Annotation::model)));
        names.addAll(occurring.stations("annotations", given(annotations, Annotation::station)));
        plant.failureCodes()
                .all()
                .forEach(code -> names.addAll(occurring.models(
                        "failure_codes." + code.code(), code.models().keySet())));
        return names;
    }

    private static <T> List<String> given(List<T> rules, Function<T, @Nullable String> name) {
        return rules.stream().map(name).filter(Objects::nonNull).toList();
    }

    /** The names of the log by their keys: all of a column, and the stations of a model. */
    private record Occurring(
            Map<String, Map<String, String>> names, Map<String, Map<String, String>> stationsOfModels) {
        static Occurring of(Session session, Inspection inspection) {
            Occurring occurring = new Occurring(new TreeMap<>(), new TreeMap<>());
            Feed log = inspection.feeds().named(WORKSTATION);
            List.of("model", "station", "flow")
                    .forEach(column -> occurring.add(column, names(session, inspection, log, column)));
            inspection.feeds().all().stream()
                    .filter(feed -> feed.column("status").isPresent())
                    .forEach(feed -> occurring.add("status", names(session, inspection, feed, "status")));
            pairs(session, inspection, log)
                    .forEach(pair -> add(
                            occurring.stationsOfModels,
                            NameKey.of(String.valueOf(pair.get(0))),
                            String.valueOf(pair.get(1))));
            return occurring;
        }

        static List<NameCount> names(Session session, Inspection inspection, Feed feed, String column) {
            return NameCount.of(inspection.askAll(session, NameCount.question(feed, column)));
        }

        /** The models with their stations, in order, so that a name of several spellings is always the same. */
        private static List<List<@Nullable Object>> pairs(Session session, Inspection inspection, Feed log) {
            String select = "select distinct model, station from " + log.masterLog()
                    + " where model is not null and day between ? and ? order by 1, 2";
            return inspection
                    .askAll(session, Question.table(select, log, FailingRows::distinct))
                    .rows();
        }

        private void add(String column, List<NameCount> counts) {
            counts.stream().flatMap(count -> Stream.ofNullable(count.name())).forEach(name -> add(names, column, name));
        }

        private static boolean add(Map<String, Map<String, String>> names, String column, String name) {
            return names.computeIfAbsent(column, none -> new TreeMap<>()).putIfAbsent(NameKey.of(name), name) == null;
        }

        List<Named> models(String rule, Collection<String> models) {
            return named(rule, "model", models);
        }

        List<Named> stations(String rule, Collection<String> stations) {
            return named(rule, "station", stations);
        }

        List<Named> named(String rule, String kind, Collection<String> listed) {
            return named(rule, "", kind, listed, names.getOrDefault(kind, Map.of()));
        }

        /** Nothing is known of the stations of a model without records. */
        List<Named> formula(String rule, String model, List<String> stations) {
            Map<String, String> known = stationsOfModels.getOrDefault(NameKey.of(model), Map.of());
            return known.isEmpty() ? models(rule, List.of(model)) : named(rule, model, "station", stations, known);
        }

        private static List<Named> named(
                String rule, String model, String kind, Collection<String> listed, Map<String, String> known) {
            return listed.stream()
                    .map(name -> new Named(rule, model, kind, name, known))
                    .toList();
        }
    }

    /**
     * A name in the rules.
     *
     * @param model the model of a formula, or blank
     * @param known the names that occur, by their keys
     */
    private record Named(String rule, String model, String kind, String name, Map<String, String> known) {
        boolean occurs() {
            return known.containsKey(NameKey.of(name));
        }

        String message() {
            return rule + (model.isEmpty() ? "" : " of " + model) + ": no record has the " + kind + " " + name
                    + (known.isEmpty() ? "" : "; the most similar name is " + Suggestion.nearest(name, known.values()))
                    + "; correct rules.yaml, then run: yieldline aggregate";
        }

        List<Object> row() {
            return List.of(rule, model, kind + " " + name, occurs());
        }
    }
}
