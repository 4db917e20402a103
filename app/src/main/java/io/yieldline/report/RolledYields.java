package io.yieldline.report;

import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rolled yields of days or weeks, as the view has them.
 *
 * @param periods by day or week, such as 2025-05-29 or 2025-W22, the shares of each line; n/a ones are missing
 */
record RolledYields(Map<String, Map<Line, Double>> periods) {
    static final String FOCUSED = "focused";
    static final String COMPLETE = "complete";

    /** A model and which of its stations are multiplied; the focused ones come first. */
    record Line(String model, String kind) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return Comparator.comparing(Line::kind)
                    .reversed()
                    .thenComparing(Line::model)
                    .compare(this, other);
        }

        /** Such as {@code SXM6 focused}. */
        String title() {
            return model + " " + kind;
        }
    }

    /** Those of the periods from one to another, both of the same kind. */
    static RolledYields between(Session session, Period first, Period last) {
        return between(session, last.noun(), first, last);
    }

    /** Those of the units of a week: products of true first-pass yields. */
    static RolledYields ofUnits(Session session, Period week) {
        return between(session, "unit week", week, week);
    }

    private static RolledYields between(Session session, String grain, Period first, Period last) {
        Map<String, Map<Line, Double>> periods = new HashMap<>();
        session.query(
                """
                select period, model, kind, yield
                from rolled_yield
                where grain = ? and period between ? and ? and yield is not null""",
                row -> periods.computeIfAbsent(row.getString(1), period -> new TreeMap<>())
                        .put(
                                new Line(Blank.or(row.getString(2)), row.getString(3)),
                                row.getObject(4, BigDecimal.class).doubleValue()),
                grain,
                first.name(),
                last.name());
        return new RolledYields(periods);
    }

    /** The share from 0 to 1; empty where it is n/a. */
    Optional<Double> of(Period period, Line line) {
        return Optional.ofNullable(ofAll(period).get(line));
    }

    /** Whether a period has any. */
    boolean has(Period period) {
        return !ofAll(period).isEmpty();
    }

    /** All models and kinds that have one. */
    List<Line> lines() {
        return periods.values().stream()
                .flatMap(shares -> shares.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Map<Line, Double> ofAll(Period period) {
        return periods.getOrDefault(period.name(), Map.of());
    }
}
