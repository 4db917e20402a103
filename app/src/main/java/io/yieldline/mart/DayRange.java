package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A range of days, inclusive; open if null.
 *
 * @param from the first day
 * @param to the last day
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Refuses a range that ends before it starts. */
    public DayRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new UserError(ExitCode.USAGE, "the range " + from + " to " + to + " ends before it starts");
        }
    }

    /** Every day. */
    public static DayRange open() {
        return new DayRange(null, null);
    }

    /** The seven days of an ISO week such as {@code 2025-W14}. */
    public static DayRange week(String name) {
        Scope.Range days = Scope.week(name);
        return new DayRange(days.from(), days.to());
    }

    /** The days in words, such as {@code 2025-04-10 to 2025-04-12}. */
    public String words() {
        if (coversAll()) {
            return "all days";
        }
        if (from == null || to == null) {
            return from == null ? "to " + to : "from " + from;
        }
        return from.equals(to) ? from.toString() : from + " to " + to;
    }

    /** Whether it includes every day. */
    public boolean coversAll() {
        return from == null && to == null;
    }
}
