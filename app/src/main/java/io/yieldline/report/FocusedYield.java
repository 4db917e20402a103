package io.yieldline.report;

import io.yieldline.Percent;
import io.yieldline.Ratio;
import io.yieldline.report.RolledYields.Line;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The focused rolled yield of a model in a period: the product of the station yields of its formula, n/a unless all of
 *
 * @param value from 0 to 1; null unless every station has judged records
 * @param factors the stations of the formula with their counts, in the order of the formula
 */
record FocusedYield(String model, @Nullable Double value, List<Factor> factors) {
    /** A station of the formula. */
    record Factor(String station, Ratio yield) {}

    /** That of every model with a formula. */
    static List<FocusedYield> all(
            Session session, Period period, Map<String, List<String>> formulas, RolledStations stations) {
        RolledYields yields = RolledYields.between(session, period, period);
        return formulas.entrySet().stream()
                .map(formula -> of(
                        new Line(formula.getKey(), RolledYields.FOCUSED), formula.getValue(), period, yields, stations))
                .toList();
    }

    private static FocusedYield of(
            Line line, List<String> formula, Period period, RolledYields yields, RolledStations stations) {
        return new FocusedYield(
                line.model(),
                yields.of(period, line).orElse(null),
                formula.stream()
                        .map(station -> new Factor(station, stations.yield(line, station)))
                        .toList());
    }

    /** In percent, or n/a. */
    String percent() {
        return percent(value);
    }

    /** A rolled yield in percent, or n/a. */
    static String percent(@Nullable Double value) {
        return value == null ? "n/a" : Percent.of(value, 2);
    }

    /** The factors with their counts. */
    String formula() {
        return factors.stream()
                .map(factor -> factor.station() + " " + factor.yield().counts())
                .collect(Collectors.joining(" × "));
    }
}
