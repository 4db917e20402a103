package io.yieldline.mart;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL for ratios as defined in the header of a mart, so that a ratio is defined only once.
 *
 * <p><code>${station_yield_daily.yield}</code> stands for both sums, separated by a comma; with <code>.numerator</code> or
 * <code>.denominator</code> at the end, for one of them.
 */
public final class RatioSql {
    private static final Pattern RATIO = Pattern.compile("\\$\\{(\\w+)\\.(\\w+)(?:\\.(numerator|denominator))?}");
    private static final Map<String, Mart> MARTS =
            Marts.builtIn().all().stream().collect(Collectors.toMap(Mart::name, Function.identity()));

    private RatioSql() {}

    /**
     * The statement with the sums in place of each ratio.
     *
     * @throws IllegalArgumentException if a mart or ratio does not exist
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
