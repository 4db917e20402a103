package io.yieldline.alert;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Timestamps in plant time, to the second. */
final class PlantTime {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private PlantTime() {}

    static LocalDateTime of(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone).withNano(0);
    }

    static String text(LocalDateTime time) {
        return TEXT.format(time);
    }
}
