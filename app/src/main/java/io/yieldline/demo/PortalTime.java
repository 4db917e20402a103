package io.yieldline.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Timestamps as the portal writes them: workstations in plant time, test boards in China time. */
final class PortalTime {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private PortalTime() {}

    static String plant(LocalDateTime time) {
        return FORMAT.format(time);
    }

    static String china(LocalDateTime plantTime) {
        return FORMAT.format(plantTime.atZone(DemoPlant.ZONE).withZoneSameInstant(CHINA));
    }

    static Instant instant(LocalDateTime plantTime) {
        return plantTime.atZone(DemoPlant.ZONE).toInstant();
    }
}
