package io.yieldline.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Counts by period, and by what was counted in it, such as a feed. */
final class Sums {
    private final Periods periods;
    private final int counts;
    private final Map<String, TreeMap<String, long[]>> byPeriod = new HashMap<>();

    /** With so many counts for each thing. */
    Sums(Periods periods, int counts) {
        this.periods = periods;
        this.counts = counts;
    }

    /** Adds to the counts of a thing on a plant day; days outside of the periods do not count. Always true, for row mappers. */
    boolean add(LocalDate day, String thing, long... more) {
        if (periods.has(day)) {
            long[] sums = byPeriod.computeIfAbsent(periods.of(day), any -> new TreeMap<>())
                    .computeIfAbsent(thing, any -> new long[counts]);
            addTo(sums, more);
        }
        return true;
    }

    /** The counts of all things in a period. */
    long[] total(String period) {
        long[] total = new long[counts];
        byPeriod.getOrDefault(period, new TreeMap<>()).values().forEach(sums -> addTo(total, sums));
        return total;
    }

    /** The counts of each thing in all periods. */
    Map<String, long[]> byThing() {
        Map<String, long[]> all = new TreeMap<>();
        byPeriod.values()
                .forEach(things -> things.forEach(
                        (thing, sums) -> addTo(all.computeIfAbsent(thing, any -> new long[counts]), sums)));
        return all;
    }

    private static void addTo(long[] sums, long... more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** One row for each period and thing: period, thing, and what is made of the counts. */
    List<List<@Nullable Object>> details(BiFunction<String, long[], List<@Nullable Object>> values) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String period : periods.names()) {
            byPeriod.getOrDefault(period, new TreeMap<>()).forEach((thing, sums) -> {
                List<@Nullable Object> row = new ArrayList<>(Arrays.<@Nullable Object>asList(period, thing));
                row.addAll(values.apply(thing, sums));
                rows.add(row);
            });
        }
        return rows;
    }
}
