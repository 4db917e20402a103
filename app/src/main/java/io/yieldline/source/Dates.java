package io.yieldline.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Canonical text of dates, and their representations in files. */
final class Dates {
    private static final DateTimeFormatter CANONICAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 31, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final int FALSE_LEAP_DAY = 60;
    private static final int END_OF_9999 = 2_958_466;
    private static final int SECONDS_OF_DAY = 86_400;

    private Dates() {}

    static String text(LocalDateTime date) {
        return CANONICAL.format(date);
    }

    /** The date of an Excel serial number, to the nearest second; none outside its calendar. */
    static Optional<LocalDateTime> ofSerial(double serial, boolean from1904) {
        if (!(serial >= 0 && serial < END_OF_9999)) {
            return Optional.empty();
        }
        LocalDateTime epoch = from1904 ? EPOCH_1904 : EPOCH_1900;
        // Excel has a 29 February 1900, like Lotus 1-2-3.
        double days = !from1904 && serial >= FALSE_LEAP_DAY ? serial - 1 : serial;
        return Optional.of(epoch.plusSeconds(Math.round(days * SECONDS_OF_DAY)));
    }

    /** An ISO date or timestamp, without time zone conversion. */
    static Optional<LocalDateTime> ofIso(String text) {
        try {
            return Optional.of(toLocal(parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TemporalAccessor parse(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text)
                : DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    }

    private static LocalDateTime toLocal(TemporalAccessor date) {
        if (date instanceof LocalDate day) {
            return day.atStartOfDay();
        }
        LocalDateTime exact = LocalDateTime.from(date);
        return exact.plus(500, ChronoUnit.MILLIS).truncatedTo(ChronoUnit.SECONDS);
    }
}
