package io.yieldline.demo;

import static java.util.Arrays.asList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The marts by plain loops over the true events: an answer that owes nothing to SQL. Each mart is a list of rows, cells as text
 * in the order of the mart's columns, dates as {@code 2025-04-01}, weeks as {@code 2025-W14}, NULL as blank.
 */
final class ExpectedMarts {
    private static final Set<String> SIDE_FLOWS = Set.of("NC Sort", "RO");
    private static final Set<String> YIELD_MODELS = Set.of("Tesla SXM4", "Tesla SXM5", "SXM6");
    private static final Map<String, String> SORT_CODES = Map.of("Tesla SXM4", "506", "Tesla SXM5", "520");

    private final List<WorkstationEvent> all;
    private final List<WorkstationEvent> production;
    private final List<WorkstationEvent> yielding;
    private final List<TestboardEvent> tests;

    private ExpectedMarts(List<WorkstationEvent> workstation, List<TestboardEvent> tests) {
        this.all = workstation;
        this.production = all.stream().filter(ExpectedMarts::inProduction).toList();
        this.yielding = production.stream()
                .filter(event -> YIELD_MODELS.contains(event.model()))
                .toList();
        this.tests = tests;
    }

    /** All marts by name. */
    static Map<String, List<List<String>>> of(List<WorkstationEvent> workstation, List<TestboardEvent> testboard) {
        ExpectedMarts expected = new ExpectedMarts(workstation, testboard);
        Map<String, List<List<String>>> marts = new TreeMap<>(expected.workstationMarts());
        marts.putAll(expected.testboardMarts());
        return marts;
    }

    private Map<String, List<List<String>>> workstationMarts() {
        return Map.of(
                "station_yield_daily", judged(yielding, e -> asList(day(e), e.model(), e.station())),
                "station_yield_weekly", judged(yielding, e -> asList(week(e), e.model(), e.station())),
                "p_chart_daily",
                        judged(production, e -> asList(day(e), e.partNumber(), e.model(), e.station(), e.flow())),
                "week_starters", weekStarters(),
                "first_pass_weekly", firstPassWeekly(),
                "packing_daily", packed(packings()),
                "packed_units_daily", packed(firstPackings()),
                "sort_test_daily", sortTests(),
                "station_hourly", hourly(),
                "unit_first_pass_daily", UnitFirstPass.of(yielding));
    }

    private Map<String, List<List<String>>> testboardMarts() {
        return Map.of(
                "testboard_station_daily", tested(t -> asList(testDay(t), t.model(), t.process(), t.station())),
                "fixture_daily", tested(t -> asList(testDay(t), t.fixture(), t.model(), t.partNumber(), t.station())),
                "failure_daily", failures(),
                "all_failure_daily", failuresOfBothLogs());
    }

    private static boolean inProduction(WorkstationEvent event) {
        return event.flow() != null
                && !SIDE_FLOWS.contains(event.flow())
                && !event.station().equals("SORTING");
    }

    /** total, passed, failed, unjudged */
    private static List<List<String>> judged(List<WorkstationEvent> events, Function<WorkstationEvent, List<?>> key) {
        Tally tally = new Tally(4);
        for (WorkstationEvent event : events) {
            Verdict verdict = Verdict.of(event.status());
            tally.add(
                    key.apply(event), true, verdict == Verdict.PASS, verdict == Verdict.FAIL, verdict == Verdict.NONE);
        }
        return tally.rows();
    }

    /** A unit starts in the week of its first ever row in scope. */
    private List<List<String>> weekStarters() {
        Tally tally = new Tally(1);
        Map<List<?>, WorkstationEvent> first = new HashMap<>();
        for (WorkstationEvent event : production) {
            first.merge(unit(event), event, (one, other) -> other.endedAt().isBefore(one.endedAt()) ? other : one);
        }
        first.values().forEach(event -> tally.add(asList(week(event), event.model()), true));
        return tally.rows();
    }

    /** started, first pass, completed, failed, completed or failed, limbo */
    private List<List<String>> firstPassWeekly() {
        Tally tally = new Tally(6);
        groups(production, e -> asList(week(e), e.model(), e.serialNumber())).forEach((key, rows) -> {
            boolean completed = rows.stream().anyMatch(e -> e.station().equals("PACKING"));
            boolean failed = rows.stream().anyMatch(e -> Verdict.of(e.status()) == Verdict.FAIL);
            boolean either = completed || failed;
            tally.add(key.subList(0, 2), true, completed && !failed, completed, failed, either, !either);
        });
        return tally.rows();
    }

    private static List<List<String>> packed(Stream<WorkstationEvent> packings) {
        Tally tally = new Tally(1);
        packings.forEach(e -> tally.add(asList(outputDay(e), e.model(), e.partNumber()), true));
        return tally.rows();
    }

    private Stream<WorkstationEvent> packings() {
        return all.stream().filter(e -> e.station().equals("PACKING") && Verdict.of(e.status()) == Verdict.PASS);
    }

    private Stream<WorkstationEvent> firstPackings() {
        return groups(packings().toList(), ExpectedMarts::unit).values().stream()
                .map(unit -> Collections.min(unit, UnitFirstPass.IN_TIME));
    }

    private List<List<String>> sortTests() {
        Tally tally = new Tally(2);
        all.stream()
                .filter(e -> e.station().equals("TEST") && SORT_CODES.containsKey(e.model()))
                .forEach(e -> tally.add(
                        asList(outputDay(e), SORT_CODES.get(e.model())), true, Verdict.of(e.status()) == Verdict.PASS));
        return tally.rows();
    }

    private List<List<String>> hourly() {
        Tally tally = new Tally(1);
        all.forEach(e -> tally.add(asList(day(e), e.endedAt().getHour(), e.station()), true));
        return tally.rows();
    }

    /** total, passed, failed */
    private List<List<String>> tested(Function<TestboardEvent, List<?>> key) {
        Tally tally = new Tally(3);
        for (TestboardEvent test : tests) {
            Verdict verdict = Verdict.of(test.status());
            tally.add(key.apply(test), true, verdict == Verdict.PASS, verdict == Verdict.FAIL);
        }
        return tally.rows();
    }

    /** Every failed test counts, also one without a reason (blank code) or without a fixture. */
    private List<List<String>> failures() {
        Tally tally = new Tally(1);
        failed().forEach(t -> tally.add(
                asList(testDay(t), errorCode(t.failureReasons()), t.fixture(), t.station(), t.model(), t.partNumber()),
                true));
        return tally.rows();
    }

    /**
     * A failed workstation record is a failure of its own unless the same run has a failed test. Its station reason is left out: whether
     * an export gives it depends on when it was made.
     */
    private List<List<String>> failuresOfBothLogs() {
        Tally tally = new Tally(1);
        Set<List<?>> runs = failed().map(t -> asList(t.serialNumber(), t.station(), t.startedAt(), t.endedAt()))
                .collect(Collectors.toSet());
        failed().forEach(t -> tally.add(
                asList(
                        testDay(t),
                        "testboard",
                        errorCode(t.failureReasons()),
                        t.fixture(),
                        t.station(),
                        t.model(),
                        t.partNumber(),
                        atRepair(t.station()) ? "no" : "yes"),
                true));
        all.stream()
                .filter(e -> Verdict.of(e.status()) == Verdict.FAIL)
                .filter(e -> !runs.contains(asList(e.serialNumber(), e.station(), e.startedAt(), e.endedAt())))
                .forEach(e -> tally.add(
                        asList(
                                day(e),
                                "workstation",
                                null,
                                null,
                                e.station(),
                                e.model(),
                                e.partNumber(),
                                inProduction(e) && !atRepair(e.station()) ? "yes" : "no"),
                        true));
        return tally.rows();
    }

    private static boolean atRepair(String station) {
        return station.contains("REPAIR") || station.contains("DEBUG") || station.equals("SCRAP");
    }

    private Stream<TestboardEvent> failed() {
        return tests.stream().filter(test -> Verdict.of(test.status()) == Verdict.FAIL);
    }

    private static String errorCode(String reason) {
        if (reason == null) {
            return null;
        }
        String digits = reason.endsWith("_na") ? reason.substring(0, reason.length() - 3) : reason;
        return "EC" + digits.substring(Math.max(0, digits.length() - 3));
    }

    static <T> Map<List<?>, List<T>> groups(List<T> events, Function<T, List<?>> key) {
        Map<List<?>, List<T>> groups = new HashMap<>();
        events.forEach(event -> groups.computeIfAbsent(key.apply(event), first -> new ArrayList<>())
                .add(event));
        return groups;
    }

    private static List<?> unit(WorkstationEvent event) {
        return asList(event.serialNumber(), event.model());
    }

    private static LocalDate day(WorkstationEvent event) {
        return event.endedAt().toLocalDate();
    }

    private static LocalDate testDay(TestboardEvent test) {
        return test.endedAt().toLocalDate();
    }

    private static LocalDate outputDay(WorkstationEvent event) {
        return PlantDays.outputDay(day(event));
    }

    private static String week(WorkstationEvent event) {
        return PlantDays.week(day(event));
    }
}
