package io.yieldline.insight;

import io.yieldline.control.Sample;
import io.yieldline.warehouse.Warehouse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Worlds made from a plant's own series, in which units fail on other days: no rate shifts in them, but by chance. */
public final class PermutedShifts {
    private static final int SEED = 14;

    private PermutedShifts() {}

    /** The number of worlds in which any shift is found, of so many. */
    public static long worlds(ShiftQuestion question, Warehouse warehouse, int worlds) {
        List<FailureSeries> all =
                warehouse.read(session -> new SeriesQuery(session, question.filter()).of(question.of()));
        Random random = new Random(SEED);
        return IntStream.range(0, worlds)
                .filter(world -> !Shifts.of(question, BigDecimal.ZERO, permuted(all, random))
                        .found()
                        .isEmpty())
                .count();
    }

    static List<FailureSeries> permuted(List<FailureSeries> all, Random random) {
        return all.stream()
                .map(series -> new FailureSeries(series.subject(), permuted(series, random)))
                .toList();
    }

    /** Draws the failed units one by one from all units that are left. */
    private static List<Sample> permuted(FailureSeries series, Random random) {
        long failed = series.days().stream().mapToLong(Sample::failed).sum();
        long judged = series.days().stream().mapToLong(Sample::judged).sum();
        List<Sample> days = new ArrayList<>();
        for (Sample day : series.days()) {
            long here = 0;
            for (long unit = 0; unit < day.judged(); unit++) {
                if (random.nextDouble() * judged < failed) {
                    failed--;
                    here++;
                }
                judged--;
            }
            days.add(new Sample(day.day(), here, day.judged()));
        }
        return days;
    }
}
