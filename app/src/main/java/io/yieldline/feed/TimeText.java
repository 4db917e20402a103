package io.yieldline.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Timestamps of exports. Only formats with the year first: 04/05/2025 is ambiguous. */
final class TimeText {
    private static final int PLAIN = "yyyy-MM-dd HH:mm:ss".length();

    /** The range of valid years; others are placeholders or typing errors. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-][/]M[-][/]d['T'][' ']H:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /** The time, to the microsecond, or null if the text is not a valid timestamp. */
    static @Nullable LocalDateTime parse(String text) {
        try {
            LocalDateTime time = isPlain(text) ? plain(text) : LocalDateTime.parse(text, LENIENT);
            boolean plausible = time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
            return plausible ? time.truncatedTo(ChronoUnit.MICROS) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isPlain(String text) {
        if (text.length() != PLAIN) {
            return false;
        }
        for (int i = 0; i < PLAIN; i++) {
            char expected = "0000-00-00 00:00:00".charAt(i);
            char actual = text.charAt(i);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime plain(String text) {
        return LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
