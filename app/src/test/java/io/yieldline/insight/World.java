package io.yieldline.insight;

import io.yieldline.control.Sample;
import io.yieldline.mart.DayRange;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The units of a plant by their first judged runs, and worlds made of them in which each unit came on another day and was tested on
 * another of the fixtures that tested its part number. No rate shifts in such a world and no fixture is bad, but by chance.
 *
 * @param stations the stations by day, from the workstation log
 * @param boards the units of the test-board log
 */
record World(List<FailureSeries> stations, List<Place> boards) {
    private static final String BOARDS = """
            select coalesce(model, ''), coalesce(station, ''), coalesce(part_number, ''), coalesce(fixture, ''), day,
                case when verdict = 'fail' then coalesce(error_code, '') end,
                name_key(model) in (select y.name_key from rule_yield_model y)
            from (select *, ${place} from ${records} and ${period}) r
            where place = 1
            order by 1, 2, 3, 4, 5, serial_number
            """;

    /** The plant as it is. */
    static World of(Session session, Period period) {
        Map<List<String>, Place> places = new LinkedHashMap<>();
        String sql = BOARDS.replace("${place}", RunOrder.PLACE)
                .replace("${records}", Suspected.FIXTURE.records())
                .replace("${period}", period.sql());
        session.query(sql, row -> {
            Place place = new Place(row.getString(1), row.getString(2), row.getBoolean(7), new ArrayList<>());
            return places.computeIfAbsent(List.of(place.model, place.station), key -> place)
                    .units
                    .add(new Unit(
                            row.getString(3), row.getString(4), row.getObject(5, LocalDate.class), row.getString(6)));
        });
        ShiftQuestion question =
                new ShiftQuestion(new DayRange(period.from(), period.to()), Set.of(SeriesKind.STATION), null, null);
        return new World(
                new SeriesQuery(session, question.filter()).of(Set.of(SeriesKind.STATION)),
                List.copyOf(places.values()));
    }

    /** Another world by the same numbers of units and of failed ones. */
    World permuted(Random random) {
        return new World(
                PermutedShifts.permuted(stations, random),
                boards.stream().map(place -> place.permuted(random)).toList());
    }

    /** The units of some days, as {@code suspects} counts them. */
    List<FirstRuns> firstRuns(LocalDate from, LocalDate to) {
        Map<FirstRuns, Long> counts = new LinkedHashMap<>();
        boards.forEach(place -> place.units.stream()
                .filter(unit -> !unit.day.isBefore(from) && !unit.day.isAfter(to))
                .forEach(unit -> counts.merge(place.firstRun(unit), 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> new FirstRuns(
                        entry.getKey().stratum(),
                        entry.getKey().suspect(),
                        entry.getKey().failure(),
                        entry.getValue()))
                .toList();
    }

    /** All series of failed and judged units, as {@code shifts} searches them. */
    List<FailureSeries> series() {
        return Stream.concat(
                        stations.stream(),
                        boards.stream().filter(Place::yields).flatMap(place -> place.series().stream()))
                .toList();
    }

    /**
     * The units of a model at a station.
     *
     * @param yields whether the model has yields
     */
    record Place(String model, String station, boolean yields, List<Unit> units) {
        Place permuted(Random random) {
            List<LocalDate> days = new ArrayList<>(units.stream().map(Unit::day).toList());
            Collections.shuffle(days, random);
            Map<String, List<String>> fixtures = new LinkedHashMap<>();
            units.forEach(unit -> fixtures.computeIfAbsent(unit.partNumber, key -> new ArrayList<>())
                    .add(unit.fixture));
            fixtures.values().forEach(labels -> Collections.shuffle(labels, random));
            List<Unit> others = new ArrayList<>();
            for (int i = 0; i < units.size(); i++) {
                Unit unit = units.get(i);
                List<String> left = fixtures.get(unit.partNumber);
                others.add(new Unit(unit.partNumber, left.remove(left.size() - 1), days.get(i), unit.code));
            }
            return new Place(model, station, yields, others);
        }

        FirstRuns firstRun(Unit unit) {
            return new FirstRuns(
                    List.of(station, model, unit.partNumber),
                    unit.fixture,
                    unit.code == null ? "" : FirstRuns.FAILED,
                    1);
        }

        List<FailureSeries> series() {
            Map<LocalDate, Integer> judged = new TreeMap<>();
            Map<Subject, Map<LocalDate, int[]>> fixtures = new TreeMap<>();
            Map<Subject, Map<LocalDate, Integer>> codes = new TreeMap<>();
            for (Unit unit : units) {
                judged.merge(unit.day, 1, Integer::sum);
                int[] counts = fixtures.computeIfAbsent(
                                subject(SeriesKind.FIXTURE, unit.fixture), key -> new TreeMap<>())
                        .computeIfAbsent(unit.day, key -> new int[2]);
                counts[1]++;
                if (unit.code != null) {
                    counts[0]++;
                    codes.computeIfAbsent(subject(SeriesKind.ERROR_CODE, unit.code), key -> new TreeMap<>())
                            .merge(unit.day, 1, Integer::sum);
                }
            }
            List<FailureSeries> series = new ArrayList<>();
            fixtures.forEach((subject, days) -> series.add(new FailureSeries(
                    subject,
                    days.entrySet().stream()
                            .map(day -> new Sample(day.getKey(), day.getValue()[0], day.getValue()[1]))
                            .toList())));
            codes.forEach((subject, failed) -> series.add(new FailureSeries(
                    subject,
                    judged.entrySet().stream()
                            .map(day -> new Sample(day.getKey(), failed.getOrDefault(day.getKey(), 0), day.getValue()))
                            .toList())));
            return series;
        }

        private Subject subject(SeriesKind kind, String name) {
            return new Subject(kind, model, station, name);
        }
    }

    /**
     * A unit.
     *
     * @param code the error code if it failed
     */
    record Unit(
            String partNumber,
            String fixture,
            LocalDate day,
            @Nullable String code) {}
}
