package io.yieldline.cli;

import io.yieldline.mart.DayRange;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The range of days of a command, inclusive. */
final class RangeOptions {
    @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2025-04-15.")
    @Nullable
    LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, inclusive.")
    @Nullable
    LocalDate to;

    @Option(names = "--day", paramLabel = "DAY", description = "One day, instead of --from and --to.")
    @Nullable
    LocalDate day;

    @Option(names = "--week", paramLabel = "WEEK", description = "The days of an ISO week, such as 2025-W16.")
    @Nullable
    String week;

    DayRange range() {
        if (week != null) {
            return DayRange.week(week);
        }
        return day == null ? new DayRange(from, to) : new DayRange(day, day);
    }
}
