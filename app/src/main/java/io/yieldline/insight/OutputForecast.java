package io.yieldline.insight;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a day has packed until a minute, and what it will end at: what past days still packed after the same minute, added to it. The
 * interval leaves out the same number of past days at both ends, so that a new day that is like them falls into it with at least the
 * probability {@link #SHARE}. What the days before each past day would have said of it is counted, too.
 *
 * @param model the model; null for all together
 * @param packed packing records with a pass until the minute
 * @param usual the median of the past days until the same minute; null without any
 * @param end what the day will end at; null with fewer than {@link #LEAST_DAYS} past days
 * @param pastDays the past days that were used
 * @param tried past days that had enough days before them for such an interval
 * @param held those of them that ended in their interval
 */
public record OutputForecast(
        @Nullable String model,
        long packed,
        @Nullable Long usual,
        @Nullable End end,
        int pastDays,
        int tried,
        int held) {
    /** The probability of the interval. */
    public static final double SHARE = 0.8;

    /** Fewer past days than this make no interval. */
    public static final int LEAST_DAYS = 9;

    /** More past days than this say more about how it was than about how it is. */
    static final int DAYS = 20;

    /**
     * What a day ends at.
     *
     * @param low the lower end of the interval
     * @param likely the median
     * @param high the upper end
     */
    public record End(long low, long likely, long high) {
        boolean holds(long total) {
            return low <= total && total <= high;
        }
    }

    /**
     * The forecast of a day.
     *
     * @param past the working days before it, earliest first
     */
    static OutputForecast of(@Nullable String model, List<PackedDay> past, PackedDay day, int minute) {
        List<PackedDay> used = last(past);
        List<Integer> tried = IntStream.range(Math.max(0, past.size() - DAYS), past.size())
                .filter(i -> i >= LEAST_DAYS)
                .boxed()
                .toList();
        long held = tried.stream()
                .filter(i -> {
                    End end = end(last(past.subList(0, i)), past.get(i).until(minute), minute);
                    return end != null && end.holds(past.get(i).total());
                })
                .count();
        return new OutputForecast(
                model,
                day.until(minute),
                used.isEmpty()
                        ? null
                        : median(used.stream()
                                .map(each -> each.until(minute))
                                .sorted()
                                .toList()),
                end(used, day.until(minute), minute),
                used.size(),
                tried.size(),
                (int) held);
    }

    private static @Nullable End end(List<PackedDay> used, long packed, int minute) {
        if (used.size() < LEAST_DAYS) {
            return null;
        }
        List<Long> rest = used.stream()
                .map(day -> day.total() - day.until(minute))
                .sorted()
                .toList();
        int cut = (int) ((rest.size() + 1) * (1 - SHARE) / 2 + 1e-9);
        return new End(
                packed + rest.get(Math.max(cut, 1) - 1),
                packed + median(rest),
                packed + rest.get(rest.size() - Math.max(cut, 1)));
    }

    private static List<PackedDay> last(List<PackedDay> days) {
        return days.subList(Math.max(0, days.size() - DAYS), days.size());
    }

    private static long median(List<Long> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle) + 1) / 2;
    }
}
