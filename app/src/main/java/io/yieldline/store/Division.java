package io.yieldline.store;

import io.yieldline.warehouse.MonthPart;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are divided into pieces. Every row is in exactly one.
 *
 * @param level {@code month}, {@code year}, or empty for a whole table; a month that changes is divided further
 * @param column the column of the day, time or ISO week that decides, in the table or in that of the exports of its rows; empty for a whole table
 * @param periods a SELECT of the periods that have rows, null for rows without one
 * @param condition the condition for the rows of a period; for null, for those without one
 */
public record Division(String level, String column, String periods, UnaryOperator<String> condition) {
    /** Characters of a year such as 2025. */
    private static final int YEAR = 4;

    private static final String MONTH = "month";

    /** All rows in one piece. */
    static final Division WHOLE = new Division("", "", "select ''", period -> "true");

    /** By the month of a day or time. */
    static Division months(String table, String column) {
        return dates(
                MONTH, table, column, "extract(year from " + column + ") * 100 + extract(month from " + column + ")");
    }

    /** By the year of a day. */
    static Division years(String table, String column) {
        return dates("year", table, column, "extract(year from " + column + ")");
    }

    /** By the year of an ISO week such as 2025-W14. */
    static Division weekYears(String table, String column) {
        return new Division(
                "year",
                column,
                "select distinct substr(" + column + ", 1, 4) from " + table,
                period -> period.equals(Piece.NO_PERIOD)
                        ? column + " is null"
                        : column + " >= '" + period + "'"
                                + before(
                                        column,
                                        Integer.parseInt(period) + 1,
                                        "'" + (Integer.parseInt(period) + 1) + "'"));
    }

    /** By the month in which the export of a row was loaded. */
    static Division exports(String table) {
        String month = "extract(year from e.loaded_at) * 100 + extract(month from e.loaded_at)";
        return new Division(
                MONTH,
                "loaded_at",
                "select distinct cast(" + month + " as bigint) from " + table
                        + " t left join export e on e.id = t.export_id",
                period -> period.equals(Piece.NO_PERIOD)
                        ? "export_id not in (select id from export)"
                        : "export_id in (select id from export where " + between("loaded_at", period) + ")");
    }

    /** Whether its pieces can be left out where nothing was written; a whole table is compared each time. */
    public boolean divided() {
        return !level.isEmpty();
    }

    /** The periods of the rows of a table, in order. */
    List<String> in(Session session) {
        return session.query(periods, row -> period(row.getString(1))).stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** The FROM clause for the rows of a period of a table. */
    String rows(String table, String period) {
        return table + " where " + condition.apply(period);
    }

    /** The parts of a period: a month has some, anything else is the only one of itself. */
    List<String> parts(String period) {
        return period.length() == Piece.MONTH ? MonthPart.of(YearMonth.parse(period)) : List.of(period);
    }

    private static Division dates(String level, String table, String column, String number) {
        return new Division(
                level,
                column,
                "select distinct cast(" + number + " as bigint) from " + table,
                period -> period.equals(Piece.NO_PERIOD) ? column + " is null" : between(column, period));
    }

    private static String between(String column, String period) {
        LocalDate first = first(period);
        LocalDate next = next(period, first);
        return column + " >= date '" + first + "'" + before(column, next.getYear(), "date '" + next + "'");
    }

    private static LocalDate first(String period) {
        return LocalDate.parse(period + "0000-01-01".substring(period.length()));
    }

    /** The first day after a year, a month or a part of a month. */
    private static LocalDate next(String period, LocalDate first) {
        return switch (period.length()) {
            case YEAR -> first.plusYears(1);
            case Piece.MONTH -> first.plusMonths(1);
            default -> MonthPart.next(first);
        };
    }

    /** After the year 9999 comes nothing, and neither engine reads what Java writes for it. */
    private static String before(String column, int year, String end) {
        return year > MonthPart.LAST_YEAR ? "" : " and " + column + " < " + end;
    }

    /** A month comes as a number such as 202504, a year as one or its text. The last period of the calendar has no end. */
    private String period(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return value == null ? Piece.NO_PERIOD : "";
        }
        int number = Integer.parseInt(value);
        return level.equals(MONTH)
                ? month(number / 100, number % 100)
                : "%04d".formatted(Math.min(number, MonthPart.LAST_YEAR));
    }

    private static String month(int year, int month) {
        return year > MonthPart.LAST_YEAR
                ? MonthPart.LAST_YEAR + "-12"
                : YearMonth.of(year, month).toString();
    }
}
