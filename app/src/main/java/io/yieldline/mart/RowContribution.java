package io.yieldline.mart;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contribution of a row to a count, as SQL: the count is its sum over all rows. */
final class RowContribution {
    private static final Pattern FILTERED =
            Pattern.compile("count\\(\\*\\)\\s*filter\\s*\\(where\\s(.*)\\)", Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("count\\(([\\w.]+)\\)");
    private static final Pattern SUMMED = Pattern.compile("cast\\(sum\\((.*)\\)\\s+as\\s+bigint\\)", Pattern.DOTALL);

    private RowContribution() {}

    static String of(String count) {
        Matcher filtered = FILTERED.matcher(count);
        Matcher counted = COUNTED.matcher(count);
        Matcher summed = SUMMED.matcher(count);
        if (count.equals("count(*)")) {
            return "1";
        } else if (filtered.matches()) {
            return "case when " + filtered.group(1) + " then 1 else 0 end";
        } else if (counted.matches()) {
            return "case when " + counted.group(1) + " is not null then 1 else 0 end";
        } else if (summed.matches()) {
            return "coalesce(" + summed.group(1) + ", 0)";
        }
        throw new IllegalArgumentException("no row has a contribution to " + count);
    }
}
