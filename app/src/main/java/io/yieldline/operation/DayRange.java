package io.yieldline.operation;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.feed.Calendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days from one to another, both included; open where null.
 *
 * @param from the first day
 * @param to the last day
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    private static final List<String> DAYS = List.of("day", "date", "date_id", "end_date", "pack_date", "test_date");
    private static final List<String> WEEKS = List.of("week", "week_id");

    /** Refuses a range that ends before it begins. */
    public DayRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new UserError(ExitCode.USAGE, "the range " + from + " to " + to + " ends before it begins");
        }
    }

    /** Every day. */
    public static DayRange open() {
        return new DayRange(null, null);
    }

    /** Whether it holds every day. */
    boolean isOpen() {
        return from == null && to == null;
    }

    void addTo(List<String> columns, String table, List<String> conditions, List<Object> values) {
        if (isOpen()) {
            return;
        }
        String column = Stream.concat(DAYS.stream(), WEEKS.stream())
                .filter(columns::contains)
                .findFirst()
                .orElseThrow(() -> new UserError(ExitCode.USAGE, table + " has no days or weeks to choose from"));
        boolean weekly = WEEKS.contains(column);
        if (from != null) {
            conditions.add(column + " >= ?");
            values.add(weekly ? Calendar.week(from) : from);
        }
        if (to != null) {
            conditions.add(column + " <= ?");
            values.add(weekly ? Calendar.week(to) : to);
        }
    }
}
