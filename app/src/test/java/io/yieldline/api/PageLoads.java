package io.yieldline.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the pages of the dashboard ask, as web/pages/*.js do; those that ask for more than 10,000 rows do so page after page. */
final class PageLoads {
    private static final List<BiFunction<LocalDate, String, Load>> PAGES = List.of(
            PageLoads::today,
            PageLoads::yields,
            PageLoads::packing,
            PageLoads::stations,
            PageLoads::boards,
            PageLoads::failures,
            PageLoads::control,
            PageLoads::times,
            PageLoads::unit,
            PageLoads::operations,
            PageLoads::quality);

    private final Questions questions;

    PageLoads(Questions questions) {
        this.questions = questions;
    }

    /** A page about a random day, as somebody who looks for something opens it. */
    Load any(Random random) {
        return page(questions.last().minusDays(random.nextInt(questions.days())), random);
    }

    /** A page about the latest day, as everybody opens it. */
    Load latest(Random random) {
        return page(questions.last(), random);
    }

    private Load page(LocalDate day, Random random) {
        return PAGES.get(random.nextInt(PAGES.size())).apply(day, questions.serial(random));
    }

    /** The page Today about a random day. */
    Load today(Random random) {
        return today(questions.last().minusDays(random.nextInt(questions.days())), questions.serial(random));
    }

    private static Load today(LocalDate day, String serial) {
        LocalDate from = day.minusDays(28);
        String range = "?from=" + from + "&to=" + day;
        return new Load(
                "today",
                List.of(
                        get("/forecast?day=" + day),
                        get("/rules/targets"),
                        rows("station_hourly", day.minusDays(13), day),
                        rows("packing_daily", from, day),
                        rows("station_yield_daily", day, day),
                        rows("station_yield_weekly", from, day),
                        get("/views/rolled_yield?grain=day&from=" + day + "&to=" + day + "&limit=10000"),
                        rows("unit_first_pass_daily", from, day),
                        get("/scrap" + range),
                        get("/findings"),
                        get("/alerts"),
                        get("/runs?limit=6")));
    }

    private static Load yields(LocalDate day, String serial) {
        LocalDate from = day.minusDays(27);
        LocalDate monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Load(
                "yield",
                List.of(
                        rows("station_yield_daily", from, day),
                        rows("station_yield_weekly", from, day),
                        get("/views/rolled_yield_weekly?from=" + from + "&to=" + day + "&limit=10000"),
                        rows("first_pass_weekly", from, day),
                        rows(
                                "unit_first_pass_daily",
                                monday,
                                day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))));
    }

    private static Load packing(LocalDate day, String serial) {
        return new Load(
                "packing",
                List.of(rows("packing_daily", day.minusDays(83), day), rows("sort_test_daily", day.minusDays(6), day)));
    }

    private static Load stations(LocalDate day, String serial) {
        return new Load("stations", List.of(rows("station_hourly", day, day), rows("station_yield_daily", day, day)));
    }

    private static Load boards(LocalDate day, String serial) {
        LocalDate from = day.minusDays(13);
        return new Load(
                "boards",
                List.of(
                        sums("fixture_daily", from, day, "fixture"),
                        sums("fixture_daily", from.minusDays(14), from.minusDays(1), "fixture"),
                        sums("fixture_daily", from, day, "day"),
                        sums("fixture_daily", from, day, "model"),
                        sums("fixture_daily", from, day, "station"),
                        sums("fixture_daily", from, day, "part_number"),
                        get("/suspects?of=fixture&from=" + from + "&to=" + day)));
    }

    private static Load failures(LocalDate day, String serial) {
        LocalDate from = day.minusDays(13);
        return new Load(
                "failures",
                List.of(
                        sums("all_failure_daily", from.minusDays(365), day, "day", "code", "station"),
                        sums("all_failure_daily", from, day, "model"),
                        sums("all_failure_daily", from, day, "code"),
                        sums("all_failure_daily", from, day, "source"),
                        sums("all_failure_daily", from, day, "fixture"),
                        sums("all_failure_daily", from, day, "station"),
                        sums("all_failure_daily", from, day, "part_number"),
                        get("/failure-codes")));
    }

    private static Load control(LocalDate day, String serial) {
        String range = "?from=" + day.minusDays(29) + "&to=" + day;
        return new Load(
                "control",
                List.of(
                        get("/control-chart" + range),
                        get("/control-chart/choices" + range),
                        get("/control-chart/stations" + range)));
    }

    private static Load times(LocalDate day, String serial) {
        String range = "?from=" + day.minusDays(6) + "&to=" + day;
        return new Load("times", List.of(get("/times" + range), get("/times/units" + range + "&by=at&limit=100")));
    }

    private static Load unit(LocalDate day, String serial) {
        return new Load("unit", List.of(List.of(Question.get("/units/{serial}", "/units/" + serial))));
    }

    private static Load operations(LocalDate day, String serial) {
        return new Load("operations", List.of(get("/runs?limit=500")));
    }

    private static Load quality(LocalDate day, String serial) {
        return new Load("quality", List.of(get("/checks/score"), get("/checks"), get("/checks/findings")));
    }

    private static List<Question> rows(String mart, LocalDate from, LocalDate to) {
        return sums(mart, from, to);
    }

    /** Rows added up by some keys, or as they are without any. */
    private static List<Question> sums(String mart, LocalDate from, LocalDate to, String... keys) {
        String by = Stream.of(keys).map(key -> "&by=" + key).collect(Collectors.joining());
        return List.of(Question.get(
                "/marts/" + mart + by.replaceFirst("&", "?"),
                "/marts/" + mart + "?from=" + from + "&to=" + to + "&limit=10000" + by));
    }

    private static List<Question> get(String path) {
        return List.of(Question.get(path.replaceAll("\\?.*", ""), path));
    }

    /** A page: its lists of questions are asked side by side, the questions of a list one after the other. */
    record Load(String page, List<List<Question>> lists) {}
}
