package io.yieldline.api.subscription;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something is sent.
 *
 * @param weekday the day of the week; null for whenever it changes
 */
public record Rhythm(@Nullable DayOfWeek weekday) {
    /** Whenever it changes. */
    public static final Rhythm CHANGE = new Rhythm(null);

    /** After the daily job of the default schedule. */
    private static final LocalTime AT = LocalTime.of(8, 0);

    private static final String CHANGE_WORD = "change";

    /** The names: {@code change} and the days of the week. */
    public static List<String> words() {
        return Stream.concat(
                        Stream.of(CHANGE_WORD),
                        Arrays.stream(DayOfWeek.values()).map(Rhythm::word))
                .toList();
    }

    /**
     * The rhythm with this name.
     *
     * @throws UserError if there is none
     */
    public static Rhythm of(String word) {
        if (!words().contains(word)) {
            throw new UserError(ExitCode.USAGE, "\"" + word + "\" is not one of " + String.join(", ", words()));
        }
        return word.equals(CHANGE_WORD) ? CHANGE : new Rhythm(DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /** The name in commands, tables and JSON. */
    public String word() {
        return weekday == null ? CHANGE_WORD : word(weekday);
    }

    /** Whether a day of the week has come since then, at 08:00 of the plant; a change is always looked for. */
    boolean due(LocalDateTime since, LocalDateTime now) {
        return weekday == null || slot(weekday, now).isAfter(since);
    }

    private static LocalDateTime slot(DayOfWeek day, LocalDateTime now) {
        LocalDateTime slot =
                now.toLocalDate().with(TemporalAdjusters.previousOrSame(day)).atTime(AT);
        return slot.isAfter(now) ? slot.minusWeeks(1) : slot;
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
