package io.yieldline.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The days for the centre and the limits of a chart. With days before a shift of the failure rate among them, a chart would call good days
 * bad.
 *
 * @param days in order
 * @param choice how they were chosen
 * @param shift the first day of the shift that they follow, or that follows them; null without one
 */
public record Baseline(
        List<Sample> days, Choice choice, @Nullable LocalDate shift) {
    /** How a baseline was chosen. */
    public enum Choice {
        /** Somebody asked for these days. */
        ASKED,
        /** All days: their failure rate does not shift. */
        STEADY,
        /** The days since the newest shift. */
        NEWEST,
        /** The newest days between two shifts that are enough for limits, because those since the shift after them are too few. */
        EARLIER,
        /** All days, because none between two shifts are enough for limits. */
        ALL
    }

    /** Days that somebody asked for. */
    public static Baseline asked(List<Sample> days) {
        return new Baseline(days, Choice.ASKED, null);
    }

    /**
     * The newest stable days.
     *
     * @param all in order
     * @param least the smallest difference of two rates that is a shift, from 0 to 1
     */
    public static Baseline newest(List<Sample> all, double least) {
        List<List<Sample>> segments =
                segments(Segmentation.of(List.of(all), least).get(0));
        int last = segments.size() - 1;
        if (last == 0) {
            return new Baseline(all, Choice.STEADY, null);
        }
        for (int i = last; i >= 0; i--) {
            if (ControlChart.judging(segments.get(i)).size() >= ControlChart.LEAST_DAYS) {
                List<Sample> shifted = segments.get(Math.min(i + 1, last));
                return new Baseline(
                        segments.get(i),
                        i == last ? Choice.NEWEST : Choice.EARLIER,
                        shifted.get(0).day());
            }
        }
        return new Baseline(all, Choice.ALL, segments.get(last).get(0).day());
    }

    private static List<List<Sample>> segments(Segmentation cut) {
        List<Integer> bounds = new ArrayList<>(cut.places());
        bounds.add(0, 0);
        bounds.add(cut.days().size());
        return IntStream.range(1, bounds.size())
                .mapToObj(i -> cut.days().subList(bounds.get(i - 1), bounds.get(i)))
                .toList();
    }
}
