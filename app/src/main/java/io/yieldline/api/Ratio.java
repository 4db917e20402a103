package io.yieldline.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of counts of a mart. It is always given with both counts, and has no value where there is nothing to divide by.
 *
 * @param numerator a count of the mart
 * @param denominator counts of the mart that are added up
 */
record Ratio(String name, String numerator, List<String> denominator) {
    private static final Ratio YIELD = new Ratio("yield", "passed", List.of("passed", "failed"));
    private static final Ratio FAILURE_RATE = new Ratio("failure_rate", "failed", List.of("total"));

    /** By mart, the formulas of concepts.md. */
    private static final Map<String, List<Ratio>> OF_MARTS = Map.of(
            "station_yield_daily", List.of(YIELD),
            "station_yield_weekly", List.of(YIELD),
            "p_chart_daily", List.of(YIELD),
            "testboard_station_daily", List.of(YIELD, FAILURE_RATE),
            "fixture_daily", List.of(YIELD, FAILURE_RATE),
            "sort_test_daily", List.of(new Ratio("pass_rate", "passed", List.of("total"))),
            "first_pass_weekly",
                    List.of(
                            new Ratio("first_pass_of_started", "first_pass", List.of("started")),
                            new Ratio("first_pass_of_finished", "first_pass", List.of("completed_or_failed"))),
            "unit_first_pass_daily",
                    List.of(
                            new Ratio("first_pass_yield", "passed_first", List.of("units")),
                            new Ratio("second_pass_yield", "passed_by_second", List.of("units")),
                            new Ratio("third_pass_yield", "passed_by_third", List.of("units")),
                            new Ratio("final_yield", "passed_any", List.of("units"))));

    static List<Ratio> of(String mart) {
        return OF_MARTS.getOrDefault(mart, List.of());
    }

    /** What a row says of it. */
    Value value(List<String> columns, List<@Nullable Object> row) {
        return Value.of(
                count(numerator, columns, row),
                denominator.stream()
                        .mapToLong(column -> count(column, columns, row))
                        .sum());
    }

    private static long count(String column, List<String> columns, List<@Nullable Object> row) {
        return row.get(columns.indexOf(column)) instanceof Number number ? number.longValue() : 0;
    }

    /**
     * Two counts and what comes of them.
     *
     * @param value null where there is nothing to divide by
     */
    record Value(long numerator, long denominator, @Nullable Double value) {
        static Value of(long numerator, long denominator) {
            return new Value(numerator, denominator, denominator == 0 ? null : (double) numerator / denominator);
        }
    }
}
