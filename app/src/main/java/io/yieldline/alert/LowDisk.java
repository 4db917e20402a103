package io.yieldline.alert;

import io.yieldline.plant.Home;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The disk of the home is nearly full.
 *
 * @param gigabytes minimum free space, in units of 1,000,000,000 bytes
 */
record LowDisk(Severity severity, int gigabytes, Home home, LongSupplier freeBytes) implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        double free = freeBytes.getAsLong() / 1e9;
        if (free >= gigabytes) {
            return List.of();
        }
        String detail =
                String.format(Locale.ROOT, "%.1f GB free in %s, minimum %d GB", free, home.directory(), gigabytes);
        return List.of(
                new Condition("disk_low", "home", severity, "the disk is nearly full", detail, "yieldline doctor"));
    }
}
