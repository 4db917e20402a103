package io.yieldline.mart;

/**
 * The part of a mart that is rebuilt as a whole.
 *
 * @param column the mart's column that tells the part, such as {@code day}
 * @param source the column of the mart's source that it is made of, such as {@code output_day}
 */
public record Partition(String column, String source) {
    /** The column as the day or week that rows are about. */
    public PeriodColumn period() {
        return new PeriodColumn(column, weekly());
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
