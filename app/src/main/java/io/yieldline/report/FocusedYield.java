package io.yieldline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The focused rolled yield of a model over a period: the product of the station yields of its formula, n/a unless every one of
 * them has judged records.
 *
 * @param factors the stations of the formula with their counts, in the order of the formula
 */
record FocusedYield(String model, List<Factor> factors) {
    /** A station of the formula. */
    record Factor(String station, Ratio yield) {}

    static FocusedYield of(String model, List<String> formula, List<StationYield> yields) {
        Map<String, Ratio> stations = new TreeMap<>();
        yields.stream()
                .filter(station -> station.model().equals(model))
                .forEach(station ->
                        stations.merge(station.station().toUpperCase(Locale.ROOT), station.yield(), FocusedYield::sum));
        return new FocusedYield(
                model,
                formula.stream()
                        .map(station -> new Factor(station, stations.getOrDefault(station, new Ratio(0, 0))))
                        .toList());
    }

    /** The product from 0 to 1; empty unless all factors are known. */
    Optional<Double> value() {
        return !factors.isEmpty()
                        && factors.stream().allMatch(factor -> factor.yield().known())
                ? Optional.of(factors.stream()
                        .mapToDouble(factor -> factor.yield().value())
                        .reduce(1, (a, b) -> a * b))
                : Optional.empty();
    }

    /** In percent, or n/a. */
    String percent() {
        return value().map(value -> String.format(Locale.ROOT, "%.2f %%", 100 * value))
                .orElse("n/a");
    }

    /** The factors with their counts. */
    String formula() {
        return factors.stream()
                .map(factor -> factor.station() + " " + factor.yield().counts())
                .collect(Collectors.joining(" × "));
    }

    private static Ratio sum(Ratio one, Ratio other) {
        return new Ratio(one.part() + other.part(), one.whole() + other.whole());
    }
}
