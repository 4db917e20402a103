package io.yieldline.warehouse;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The checksum of a table, independent of row order and engine: equal tables have equal checksums.
 *
 * @param rows number of rows
 * @param checksum the sum over all rows of the first 60 bits of the row's MD5, in decimal
 */
public record TableSum(long rows, String checksum) {
    /**
     * The checksum of a table or another FROM clause.
     *
     * @param columns columns to include, in any order
     */
    public static TableSum of(Session session, String source, List<String> columns) {
        String row = columns.stream().sorted().map(TableSum::text).collect(Collectors.joining(" || chr(31) || "));
        String sum = "cast(coalesce(sum(" + session.engine().hexNumber("md5(" + row + ")") + "), 0) as varchar)";
        return session.first(
                        "select count(*), " + sum + " from " + source,
                        found -> new TableSum(found.getLong(1), found.getString(2)))
                .orElseThrow();
    }

    /** Distinguishes a blank from an empty text. */
    private static String text(String column) {
        return "coalesce('=' || cast(" + column + " as varchar), '-')";
    }
}
