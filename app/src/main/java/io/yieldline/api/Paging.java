package io.yieldline.api;

import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * A part of a long answer.
 *
 * @param limit the most rows
 * @param offset how many rows stand before it
 */
record Paging(long limit, long offset) {
    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;
    private static final int MAX_IN_FILE = 1_000_000;

    /** The parameters that choose a part. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.number(
                    "limit",
                    "the most rows (default: 1000, at most 10000; for CSV all, at most a million)",
                    1,
                    MAX_IN_FILE),
            Parameter.number("offset", "how many rows to leave out before (default: 0)", 0, 1_000_000_000));

    /** Whether CSV or JSON is wanted; without it the header Accept decides. */
    static final Parameter FORMAT = Parameter.word("format", "json (default) or csv", List.of("json", "csv"));

    static Paging of(Request request) {
        boolean file = request.wantsCsv();
        long limit = request.values().number("limit").orElse(file ? (long) MAX_IN_FILE : USUAL);
        if (!file && limit > MOST) {
            throw Problem.wrong("limit", "limit " + limit + " is more than " + MOST + "; ask for a page, or for CSV");
        }
        return new Paging(limit, request.values().number("offset").orElse(0L));
    }

    String sql() {
        return " limit " + limit + " offset " + offset;
    }

    /** Whether these rows are all that there are, and not only this part of them. */
    boolean isWhole(Table rows) {
        return offset == 0 && rows.rows().size() < limit;
    }

    /** This part of a table that is at hand. */
    Table of(Table table) {
        return new Table(
                table.columns(), table.rows().stream().skip(offset).limit(limit).toList());
    }
}
