package io.yieldline.insight;

import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The judged records of days by part number: what part of a change at a station comes from other part numbers than before. */
public final class PartNumberMix {
    private static final String BY_DAY = """
            select model, station, coalesce(part_number, ''), day, count(*) filter (where verdict = 'pass'), count(*)
            from workstation_master_log
            where in_scope and verdict in ('pass', 'fail') and day between ? and ?
                and name_key(model) in (select r.name_key from rule_yield_model r)
            group by 1, 2, 3, 4
            """;

    private final Map<List<String>, Map<String, Map<LocalDate, Judged>>> stations;

    private PartNumberMix(Map<List<String>, Map<String, Map<LocalDate, Judged>>> stations) {
        this.stations = stations;
    }

    /** Of all models with yields at all stations, read once for any number of changes. */
    public static PartNumberMix of(Session session, LocalDate first, LocalDate last) {
        Map<List<String>, Map<String, Map<LocalDate, Judged>>> stations = new HashMap<>();
        session.query(
                BY_DAY,
                row -> stations.computeIfAbsent(List.of(row.getString(1), row.getString(2)), key -> new TreeMap<>())
                        .computeIfAbsent(row.getString(3), key -> new HashMap<>())
                        .merge(
                                row.getObject(4, LocalDate.class),
                                new Judged(row.getLong(5), row.getLong(6)),
                                Judged::plus),
                first,
                last);
        return new PartNumberMix(stations);
    }

    /** The terms of the change of a model's yield at a station; empty if one side has no judged record. */
    public Optional<Terms> terms(String model, String station, Period before, Period after) {
        return Optional.ofNullable(Split.of(stations.getOrDefault(List.of(model, station), Map.of()).entrySet().stream()
                        .map(part -> new Split.Group(
                                List.of(part.getKey()), sum(part.getValue(), before), sum(part.getValue(), after)))
                        .filter(group ->
                                !group.before().none() || !group.after().none())
                        .toList())
                .terms());
    }

    private static Judged sum(Map<LocalDate, Judged> days, Period period) {
        return days.entrySet().stream()
                .filter(day -> period.contains(day.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Judged.NONE, Judged::plus);
    }
}
