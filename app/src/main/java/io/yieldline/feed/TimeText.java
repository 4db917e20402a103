package io.yieldline.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as exports write them. Only forms that put the year first: 04/05/2025 is April here and May there. */
final class TimeText {
    private static final int PLAIN = "yyyy-MM-dd HH:mm:ss".length();

    /** Years that every database writes with four digits; what lies outside is a placeholder or a slip. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-][/]M[-][/]d['T'][' ']H:mm[:ss]")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeText() {}

    /** The time, to the microsecond that databases keep, or null when the text is none. */
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
