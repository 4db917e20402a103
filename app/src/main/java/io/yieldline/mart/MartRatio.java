package io.yieldline.mart;

import io.yieldline.Ratio;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A ratio of counts of a mart. Marts contain only counts; views and reports divide the sums, with no value if the
 * denominator is 0.
 *
 * @param name name of the ratio
 * @param numerator counts to sum for the numerator
 * @param denominator counts to sum for the denominator
 * @param meaning description
 */
public record MartRatio(String name, List<String> numerator, List<String> denominator, String meaning) {
    /** The formula as text. */
    public String formula() {
        return sum(numerator) + " / " + sum(denominator);
    }

    /** The ratio of counts that are known by their names. */
    public Ratio of(ToLongFunction<String> count) {
        return new Ratio(
                numerator.stream().mapToLong(count).sum(),
                denominator.stream().mapToLong(count).sum());
    }

    String numeratorSql() {
        return sum(numerator);
    }

    String denominatorSql() {
        return sum(denominator);
    }

    private static String sum(List<String> counts) {
        String sum = String.join(" + ", counts);
        return counts.size() == 1 ? sum : "(" + sum + ")";
    }
}
