package io.yieldline.feed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Timestamps of exports. Only formats with the year first: 04/05/2025 is ambiguous. */
final class TimeText {
    private static final int PLAIN = "yyyy-MM-dd HH:mm:ss".length();

    /** The range of valid years; others are placeholders or typing errors. */
    private static final int FIRST_YEAR = 1000;

    private static final int LAST_YEAR = 9999;

    /** Year, month, day; half of the day; hour, minute, second, fraction; half of the day; offset from UTC. */
    private static final Pattern LENIENT = Pattern.compile("(?iu)(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?: *T *| +)"
            + "(?:(上午|下午|午前|午後|오전|오후|AM|PM) *)?"
            + "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:](\\d{1,9}))?)?"
            + "(?: *([AP]\\.?M\\.?))?(?: *(Z|(?:UTC|GMT)|(?:UTC|GMT)?[+-]\\d{1,2}(?::?\\d{2})?))?");

    private static final int MICRO_DIGITS = 6;
    private static final int NANOS = 1000;
    private static final int NOON = 12;

    private TimeText() {}

    /**
     * The time, to the microsecond: a {@link LocalDateTime}, or an {@link OffsetDateTime} if the text has an offset from UTC. Null if
     * the text is not a valid timestamp.
     */
    static @Nullable Temporal parse(String text) {
        try {
            Temporal time = isPlain(text) ? plain(text) : lenient(text);
            return time == null || !isPossible(time) ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether the year of a time can be that of an event. */
    static boolean isPossible(Temporal time) {
        int year = time.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static @Nullable Temporal lenient(String text) {
        Matcher parts = LENIENT.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        LocalDateTime time = LocalDateTime.of(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                hour(number(parts, 5), isAfternoon(parts)),
                number(parts, 6),
                number(parts, 7),
                micros(parts.group(8)) * NANOS);
        String offset = parts.group(10);
        return offset == null ? time : time.atOffset(offset(offset));
    }

    private static int number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int micros(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000").substring(0, MICRO_DIGITS));
    }

    /** Null if the hour is of 24. */
    private static @Nullable Boolean isAfternoon(Matcher parts) {
        String half = parts.group(4) == null ? parts.group(9) : parts.group(4);
        return half == null
                ? null
                : "下午 午後 오후".contains(half) || half.toUpperCase(Locale.ROOT).startsWith("P");
    }

    private static int hour(int hour, @Nullable Boolean afternoon) {
        if (afternoon == null) {
            return hour;
        }
        if (hour == 0 || hour > NOON) {
            throw new DateTimeException("not an hour of half a day");
        }
        return hour % NOON + (afternoon ? NOON : 0);
    }

    private static ZoneOffset offset(String text) {
        String sign = text.toUpperCase(Locale.ROOT).replaceFirst("^(UTC|GMT|Z)", "");
        String digits = sign.replace(":", "");
        if (digits.isEmpty()) {
            return ZoneOffset.UTC;
        }
        // +8 is +08, and +830 is +0830.
        return ZoneOffset.of(digits.length() % 2 == 0 ? digits.charAt(0) + "0" + digits.substring(1) : digits);
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
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
