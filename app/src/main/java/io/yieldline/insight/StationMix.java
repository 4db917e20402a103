package io.yieldline.insight;

import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The units of stations by part number and flow: what part of a change at a station comes from others of them than before. */
public final class StationMix {
    /** A yield of fewer units says nothing. */
    private static final int LEAST = 30;

    private static final double MOST = 0.95;

    private static final String FIRST_RUNS = """
            select model, station, coalesce(part_number, ''), coalesce(flow, ''), day,
                count(*) filter (where verdict = 'pass'), count(*)
            from (
                select *, ${place}
                from workstation_master_log
                where in_scope and verdict in ('pass', 'fail') and model is not null
                    and day between ? and ? and station in (${stations})
            ) r
            where place = 1
            group by 1, 2, 3, 4, 5
            """;

    private final Map<List<String>, Map<List<String>, Map<LocalDate, Judged>>> units;

    private StationMix(Map<List<String>, Map<List<String>, Map<LocalDate, Judged>>> units) {
        this.units = units;
    }

    /**
     * Of all models at some stations, each unit on the day of its first judged run within the days; read once for any number of changes.
     */
    public static StationMix of(Session session, Set<String> stations, LocalDate first, LocalDate last) {
        Map<List<String>, Map<List<String>, Map<LocalDate, Judged>>> units = new HashMap<>();
        if (!stations.isEmpty()) {
            session.query(
                    FIRST_RUNS
                            .replace("${place}", RunOrder.PLACE)
                            .replace("${stations}", String.join(", ", Collections.nCopies(stations.size(), "?"))),
                    row -> units.computeIfAbsent(List.of(row.getString(1), row.getString(2)), key -> new HashMap<>())
                            .computeIfAbsent(List.of(row.getString(3), row.getString(4)), key -> new HashMap<>())
                            .put(row.getObject(5, LocalDate.class), new Judged(row.getLong(6), row.getLong(7))),
                    Stream.concat(Stream.of(first, last), stations.stream()).toArray());
        }
        return new StationMix(units);
    }

    /** The split of the change of a model's first-run yield at a station by part number. */
    public Split byPartNumber(String model, String station, Period before, Period after) {
        return split(List.of(model, station), 0, before, after);
    }

    /** The same by flow. */
    public Split byFlow(String model, String station, Period before, Period after) {
        return split(List.of(model, station), 1, before, after);
    }

    /**
     * What has fewer units than {@link #LEAST} on one side counts as new or gone. Where those are many, so that more than one in twenty units would
     * be left out, nothing is split.
     */
    private Split split(List<String> station, int place, Period before, Period after) {
        Map<String, Judged> then = sums(station, place, before);
        Map<String, Judged> now = sums(station, place, after);
        if (unclear(then) || unclear(now)) {
            return Split.of(List.of());
        }
        return Split.of(Stream.concat(then.keySet().stream(), now.keySet().stream())
                .distinct()
                .map(name -> new Split.Group(
                        List.of(name),
                        then.getOrDefault(name, Judged.NONE).orNone(LEAST),
                        now.getOrDefault(name, Judged.NONE).orNone(LEAST)))
                .filter(group -> !group.before().none() || !group.after().none())
                .toList());
    }

    private static boolean unclear(Map<String, Judged> sums) {
        long all = sums.values().stream().mapToLong(Judged::judged).sum();
        long known = sums.values().stream()
                .mapToLong(judged -> judged.orNone(LEAST).judged())
                .sum();
        return known < MOST * all;
    }

    private Map<String, Judged> sums(List<String> station, int place, Period period) {
        Map<String, Judged> sums = new TreeMap<>();
        units.getOrDefault(station, Map.of())
                .forEach((names, days) -> days.forEach((day, judged) -> {
                    if (period.contains(day)) {
                        sums.merge(names.get(place), judged, Judged::plus);
                    }
                }));
        return sums;
    }
}
