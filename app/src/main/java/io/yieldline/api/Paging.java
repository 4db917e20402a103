package io.yieldline.api;

import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * A page of a long result.
 *
 * @param limit maximum number of rows
 * @param offset number of rows to skip
 */
record Paging(long limit, long offset) {
    private static final int USUAL = 1_000;
    private static final int MOST = 10_000;
    private static final long NO_LIMIT = Long.MAX_VALUE;
    private static final int MAX_IN_FILE = 1_000_000;

    /** The paging parameters. */
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.number(
                    "limit",
                    "maximum number of rows (default: 1000, maximum: 10000; CSV: all, maximum a million)",
                    1,
                    MAX_IN_FILE),
            Parameter.number("offset", "number of rows to skip (default: 0)", 0, 1_000_000_000));

    /** The parameter for CSV or JSON; without it, the header Accept decides. */
    static final Parameter FORMAT = Parameter.word("format", "json (default) or csv", List.of("json", "csv"));

    /** The parameters of what is a page of JSON or a complete file. */
    static final List<Parameter> OF_FILES = List.of(
            Parameter.number(
                    "limit",
                    "maximum number of rows (default: 1000, maximum: 10000; CSV and Parquet: all)",
                    1,
                    1_000_000_000),
            PARAMETERS.get(1),
            Parameter.word("format", "json (default), csv or parquet", RowFormat.words()));

    /** The part of a file that is asked for: all rows, unless a limit is given. */
    static Paging ofFile(Request request) {
        return new Paging(
                request.values().number("limit").orElse(NO_LIMIT),
                request.values().number("offset").orElse(0L));
    }

    static Paging of(Request request) {
        boolean file = request.wantsCsv();
        long limit = request.values().number("limit").orElse(file ? (long) MAX_IN_FILE : USUAL);
        if (!file && limit > MOST) {
            throw Problem.wrong("limit", "limit " + limit + " is more than " + MOST + "; request a page, or CSV");
        }
        return new Paging(limit, request.values().number("offset").orElse(0L));
    }

    String sql() {
        return (limit == NO_LIMIT ? "" : " limit " + limit) + " offset " + offset;
    }

    /** Whether these rows are the complete result. */
    boolean isWhole(Table rows) {
        return offset == 0 && rows.rows().size() < limit;
    }

    /** This page of a complete table. */
    Table of(Table table) {
        return new Table(
                table.columns(), table.rows().stream().skip(offset).limit(limit).toList());
    }
}
