package io.yieldline;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates, weeks, time zones and lengths of time as people write them: in options, settings and requests. */
public final class TimeInput {
    /** Years that every database writes with four digits. */
    private static final Pattern DAY = Pattern.compile("[1-9]\\d{3}-\\d{2}-\\d{2}");

    private static final Pattern WEEK = Pattern.compile("[1-9]\\d{3}-W\\d{2}");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,4})([smhd])");

    private TimeInput() {}

    /** A date such as {@code 2025-04-15}. */
    public static LocalDate day(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // No month has such a day: it is answered like any other text.
        }
        throw new InvalidInput(text, "is not a valid date; write it as 2025-04-15");
    }

    /** The Monday of an ISO week such as {@code 2025-W14}. */
    public static LocalDate monday(String week) {
        try {
            if (WEEK.matcher(week).matches()) {
                return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            }
        } catch (DateTimeException e) {
            // The year has no such week.
        }
        throw new InvalidInput(week, "is not a valid week; write it as 2025-W14");
    }

    /** A time zone such as {@code America/New_York}. */
    public static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidInput(text, "is not a valid time zone; write a name such as America/New_York");
        }
    }

    /** A time of day such as {@code 06:00}. */
    public static LocalTime timeOfDay(String text) {
        try {
            if (TIME_OF_DAY.matcher(text).matches()) {
                return LocalTime.parse(text);
            }
        } catch (DateTimeException e) {
            // No day has such an hour: it is answered like any other text.
        }
        throw new InvalidInput(text, "is not a valid time of day; write it as 06:00");
    }

    /** A length of time such as {@code 90s}, {@code 15m}, {@code 24h} or {@code 2d}. */
    public static Duration duration(String text) {
        Matcher duration = DURATION.matcher(text);
        if (!duration.matches()) {
            throw new InvalidInput(text, "is not a valid duration; write it as 90s, 15m, 24h or 2d");
        }
        long number = Long.parseLong(duration.group(1));
        return switch (duration.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
