package io.yieldline.mart;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL that divides counts as the header of a mart says, so that no other text repeats what a ratio is made of.
 *
 * <p><code>${station_yield_daily.yield}</code> stands for both sums, parted by a comma; with <code>.numerator</code> or
 * <code>.denominator</code> behind it, for one of them.
 */
public final class RatioSql {
    private static final Pattern RATIO = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)(?:\\.(numerator|denominator))?}");
    private static final Map<String, Mart> MARTS =
            Marts.builtIn().all().stream().collect(Collectors.toMap(Mart::name, Function.identity()));

    private RatioSql() {}

    /**
     * The statement with the counts in place of each ratio.
     *
     * @throws IllegalArgumentException if it names a mart or ratio that is not there
     */
    public static String expand(String sql) {
        return RATIO.matcher(sql).replaceAll(RatioSql::counts);
    }

    private static String counts(MatchResult found) {
        Mart mart = MARTS.get(found.group(1));
        if (mart == null) {
            throw new IllegalArgumentException(found.group() + " names an unknown mart");
        }
        MartRatio ratio = mart.ratio(found.group(2));
        return found.group(3) == null
                ? ratio.numeratorSql() + ", " + ratio.denominatorSql()
                : found.group(3).equals("numerator") ? ratio.numeratorSql() : ratio.denominatorSql();
    }
}
