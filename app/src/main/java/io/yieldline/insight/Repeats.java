package io.yieldline.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Repeated runs: judged runs of units that had one at the station before.
 *
 * @param runs their number
 * @param seconds their durations together
 */
public record Repeats(long runs, long seconds) {
    /** No run. */
    static final Repeats NONE = new Repeats(0, 0);

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    static Repeats of(RunTime time) {
        return new Repeats(time.runs(), time.seconds());
    }

    Repeats plus(Repeats more) {
        return new Repeats(runs + more.runs, seconds + more.seconds);
    }

    /** Their durations in minutes, with one place. */
    public BigDecimal minutes() {
        return BigDecimal.valueOf(seconds).divide(MINUTE, 1, RoundingMode.HALF_EVEN);
    }

    /** What they cost, with two places; null if the cost of an hour is not known. */
    public @Nullable BigDecimal cost(RetestSettings settings) {
        BigDecimal hour = settings.costPerHour();
        return hour == null ? null : hour.multiply(BigDecimal.valueOf(seconds)).divide(HOUR, 2, RoundingMode.HALF_EVEN);
    }
}
