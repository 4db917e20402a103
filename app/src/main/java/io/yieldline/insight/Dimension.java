package io.yieldline.insight;

import java.util.Locale;

/** By what the judged records of a master log can be grouped. */
public enum Dimension {
    /** The model of the unit. */
    MODEL("model"),
    /** The part number of the unit. */
    PART_NUMBER("part_number"),
    /** The service flow. */
    FLOW("flow"),
    /** The station, as spelled in the export. */
    STATION("station"),
    /** The fixture, which only the test-board log has. */
    FIXTURE("fixture"),
    /** Who worked at the station. */
    OPERATOR("operator"),
    /** The plant hour of the end time, 0 to 23. */
    HOUR("cast(extract(hour from ended_at) as integer)"),
    /** The weekday of the plant day, 1 (Monday) to 7. */
    WEEKDAY("cast(extract(isodow from day) as integer)");

    private final String sql;

    Dimension(String sql) {
        this.sql = sql;
    }

    /** The name in options, columns and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of a record in SQL. */
    String column() {
        return sql;
    }

    /** The value of a record as text; a blank is empty. */
    String select() {
        return "coalesce(cast(" + sql + " as varchar(1000)), '')";
    }
}
