package io.yieldline.mart;

import io.yieldline.ExitCode;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import java.time.LocalDate;

/** The extent of a refresh. A mart that was never built, or built with other rules or SQL, is always rebuilt completely. */
public sealed interface Scope {
    /** Changes since the last refresh. */
    record Recent() implements Scope {}

    /** Everything, including unit tables. */
    record All() implements Scope {}

    /**
     * A range of days and the weeks that contain them, changed or not.
     *
     * @param from the first plant day
     * @param to the last plant day
     */
    record Range(LocalDate from, LocalDate to) implements Scope {
        /** Refuses a range that ends before it starts. */
        public Range {
            if (to.isBefore(from)) {
                throw new UserError(ExitCode.USAGE, "the range " + from + " to " + to + " ends before it starts");
            }
        }
    }

    /** The seven days of an ISO week such as {@code 2025-W14}. */
    static Range week(String name) {
        LocalDate monday = TimeInput.monday(name);
        return new Range(monday, monday.plusDays(6));
    }
}
