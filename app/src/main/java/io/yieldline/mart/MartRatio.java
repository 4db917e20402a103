package io.yieldline.mart;

import io.yieldline.Ratio;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A ratio of counts of a mart. Marts hold counts only; whoever shows a ratio divides the sums, and says so where there is
 * nothing to divide.
 *
 * @param name what it is called
 * @param numerator the counts that are added up above the line
 * @param denominator the counts that are added up below it
 * @param meaning what it says, in the words of the plant
 */
public record MartRatio(String name, List<String> numerator, List<String> denominator, String meaning) {
    /** The division as people write it. */
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
