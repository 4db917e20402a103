package io.yieldline.insight;

import io.yieldline.control.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The failed and judged units of a subject by day, each unit on the day of its first judged run.
 *
 * @param days in order; only days with judged units
 */
record FailureSeries(Subject subject, List<Sample> days) {
    /** With fewer failed units, or fewer passed ones, no change would be significant. */
    static final int LEAST_FAILED = 5;

    /** A copy in the order of days. */
    FailureSeries {
        List<Sample> sorted = new ArrayList<>(days);
        sorted.sort(Comparator.comparing(Sample::day));
        days = List.copyOf(sorted);
    }

    /** Whether some units failed and some passed. */
    boolean varies() {
        long failed = days.stream().mapToLong(Sample::failed).sum();
        long judged = days.stream().mapToLong(Sample::judged).sum();
        return failed >= LEAST_FAILED && judged - failed >= LEAST_FAILED;
    }
}
