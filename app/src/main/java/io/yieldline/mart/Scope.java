package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** How much of the marts a refresh rebuilds. A mart that was never built, or by other rules or SQL, is always built whole. */
public sealed interface Scope {
    /** What changed since the last refresh. */
    record Recent() implements Scope {}

    /** Everything, the facts about units too. */
    record All() implements Scope {}

    /**
     * The days from one to another and the weeks that they touch, whether they changed or not.
     *
     * @param from the first plant day
     * @param to the last plant day
     */
    record Range(LocalDate from, LocalDate to) implements Scope {
        /** Refuses a range that ends before it begins. */
        public Range {
            if (to.isBefore(from)) {
                throw new UserError(ExitCode.USAGE, "the range " + from + " to " + to + " ends before it begins");
            }
        }
    }

    /** The seven days of an ISO week such as {@code 2025-W14}. */
    static Scope week(String name) {
        try {
            LocalDate monday = LocalDate.parse(name + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return new Range(monday, monday.plusDays(6));
        } catch (DateTimeParseException e) {
            throw new UserError(ExitCode.USAGE, "\"" + name + "\" is no ISO week; write it like 2025-W14");
        }
    }
}
