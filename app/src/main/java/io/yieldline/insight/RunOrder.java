package io.yieldline.insight;

/** The order of the judged runs of a unit (serial number and model) at a station, as SQL. */
final class RunOrder {
    /** The window over the runs of a unit at a station. */
    static final String WINDOW = "(partition by serial_number, model, station"
            + " order by ended_utc nulls last, started_utc nulls last, identity nulls last)";

    /** The number of a run, from 1, as column {@code place}. */
    static final String PLACE = "row_number() over " + WINDOW + " as place";

    private RunOrder() {}

    /** The column of the run after it. */
    static String next(String column) {
        return "lead(" + column + ") over " + WINDOW + " as next_" + column;
    }

    /** The column of the run before it. */
    static String before(String column) {
        return "lag(" + column + ") over " + WINDOW + " as before_" + column;
    }
}
