package io.yieldline.query;

import java.util.List;

/**
 * A table or view of the lake, as its catalogue describes it.
 *
 * @param kind {@code mart}, {@code view}, {@code log}, {@code history}, {@code unit} or {@code table}
 * @param title what it says, in a few words
 * @param grain what a row is
 * @param rows how many rows it has; 0 for a view
 * @param files its files, a pattern below the folder of the version; empty for a view
 * @param sql the SELECT of a view over other tables; empty for a table
 */
public record LakeTable(
        String name,
        String kind,
        String title,
        String grain,
        long rows,
        String files,
        String sql,
        List<Column> columns,
        List<Ratio> ratios) {
    /** Whether it is a SELECT over other tables. */
    public boolean isView() {
        return files.isEmpty();
    }

    /** A column, its SQL type and what it says. */
    public record Column(String name, String type, String meaning) {}

    /** A ratio of two sums over rows, such as a yield. */
    public record Ratio(String name, String numerator, String denominator, String meaning) {}
}
