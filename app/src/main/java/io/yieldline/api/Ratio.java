package io.yieldline.api;

import io.yieldline.mart.MartRatio;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ratio as it is answered: always with both counts.
 *
 * @param value null where there is nothing to divide by
 */
record Ratio(long numerator, long denominator, @Nullable Double value) {
    static Ratio of(long numerator, long denominator) {
        return new Ratio(numerator, denominator, denominator == 0 ? null : (double) numerator / denominator);
    }

    /** What a row of a mart says of a ratio of its counts. */
    static Ratio of(MartRatio ratio, List<String> columns, List<@Nullable Object> row) {
        return of(sum(ratio.numerator(), columns, row), sum(ratio.denominator(), columns, row));
    }

    private static long sum(List<String> counts, List<String> columns, List<@Nullable Object> row) {
        return counts.stream()
                .mapToLong(count -> row.get(columns.indexOf(count)) instanceof Number number ? number.longValue() : 0)
                .sum();
    }
}
