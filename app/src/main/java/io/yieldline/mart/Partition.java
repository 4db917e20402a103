package io.yieldline.mart;

/**
 * A partition of a mart, which is rebuilt as a whole.
 *
 * @param column partition column of the mart, such as {@code day}
 * @param source its source column, such as {@code output_day}
 */
public record Partition(String column, String source) {
    /** The column as the day or week that rows are about. */
    public PeriodColumn period() {
        return new PeriodColumn(column, weekly());
    }

    /** Whether a row is about nothing but the records of its day: a week has several days, an output day those before a weekend. */
    public boolean daily() {
        return source.equals("day");
    }

    boolean weekly() {
        return source.equals("week");
    }

    boolean rolled() {
        return source.equals("output_day");
    }

    /** A value of the column as SQL. */
    String literal(String value) {
        return (weekly() ? "'" : "date '") + value + "'";
    }
}
