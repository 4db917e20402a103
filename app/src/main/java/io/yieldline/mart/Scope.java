package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import java.time.LocalDate;

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
    static Range week(String name) {
        LocalDate monday = TimeInput.monday(name);
        return new Range(monday, monday.plusDays(6));
    }
}
