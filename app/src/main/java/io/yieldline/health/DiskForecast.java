package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * When the disk of the home is full, if it goes on as in the last {@value #WINDOW} days. Purges and backups that are removed make
 * the free space jump; the median of all slopes is not moved by that.
 *
 * @param samples days with a sample
 * @param homeBytesADay growth of the home; null with fewer than {@value #LEAST} samples
 * @param freeBytesADay change of the free space; null with fewer than {@value #LEAST} samples
 * @param fullOn the day on which nothing is free; null if unknown, or not within ten years
 */
public record DiskForecast(
        long samples,
        @Nullable Long homeBytesADay,
        @Nullable Long freeBytesADay,
        @Nullable LocalDate fullOn) {
    /** Fewer days say nothing of a week. */
    static final int LEAST = 7;

    static final int WINDOW = 60;
    private static final long FARTHEST = 3_650;
    private static final double MEGABYTE = 1_000_000;

    /** The forecast of this plant day. */
    static DiskForecast of(Session session, LocalDate today) {
        return of(SpaceMetric.samples(session, today.minusDays(WINDOW - 1L), today));
    }

    static DiskForecast of(List<Sample> samples) {
        OptionalDouble home = slope(samples, Sample::home);
        OptionalDouble free = slope(samples, Sample::free);
        if (home.isEmpty() || free.isEmpty()) {
            return new DiskForecast(samples.size(), null, null, null);
        }
        Sample last = samples.get(samples.size() - 1);
        return new DiskForecast(
                samples.size(),
                Math.round(home.getAsDouble()),
                Math.round(free.getAsDouble()),
                full(last, free.getAsDouble()));
    }

    private static OptionalDouble slope(List<Sample> samples, ToLongFunction<Sample> value) {
        RobustTrend trend = new RobustTrend();
        samples.forEach(sample -> trend.add(sample.day().toEpochDay(), value.applyAsLong(sample)));
        return trend.perDay(LEAST);
    }

    private static @Nullable LocalDate full(Sample last, double freeADay) {
        double days = freeADay < 0 ? last.free() / -freeADay : Double.MAX_VALUE;
        return days > FARTHEST ? null : last.day().plusDays((long) days);
    }

    /** The forecast in one sentence. */
    public String words() {
        if (homeBytesADay == null || freeBytesADay == null) {
            return "When the disk is full is not known yet: there are samples of " + Counted.of(samples, "day") + "; "
                    + LEAST + " are needed.";
        }
        String growth = String.format(
                java.util.Locale.ROOT,
                "The home grows by %,.1f MB a day, the free space changes by %,+.1f MB a day",
                homeBytesADay / MEGABYTE,
                freeBytesADay / MEGABYTE);
        return growth
                + (fullOn == null
                        ? "; the disk lasts longer than ten years."
                        : "; the disk is full on " + fullOn + ".");
    }

    /** The sizes of a day, in bytes. */
    record Sample(LocalDate day, long home, long database, long free) {}
}
