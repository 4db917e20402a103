package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Ratio;
import io.yieldline.mart.RatioSql;
import io.yieldline.report.Grid.Cell;
import io.yieldline.report.chart.ParetoChart;
import io.yieldline.report.chart.Svg;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The sections on electrical tests: failures, fixtures. */
final class TestSections {
    private static final String CAUSES = """
            select d.error_code, d.failures, f.first_day
            from (
                select error_code, cast(sum(failures) as bigint) as failures
                from failure_daily
                where day between ? and ?
                group by error_code
            ) d
            join (
                select error_code, min(day) as first_day
                from failure_daily
                group by error_code
            ) f on f.error_code is not distinct from d.error_code
            order by d.failures desc, d.error_code""";

    private static final String FIXTURES = RatioSql.expand("""
            select fixture, cast(sum(${fixture_daily.failure_rate.numerator}) as bigint),
                cast(sum(${fixture_daily.failure_rate.denominator}) as bigint)
            from fixture_daily
            where day between ? and ?
            group by fixture
            having sum(total) >= ?
            order by 1e0 * sum(${fixture_daily.failure_rate.numerator})
                / sum(${fixture_daily.failure_rate.denominator}) desc, sum(failed) desc, fixture
            limit ?""");

    private final Session session;
    private final Period period;
    private final ReportSettings settings;

    TestSections(Session session, Period period, ReportSettings settings) {
        this.session = session;
        this.period = period;
        this.settings = settings;
    }

    /** The most frequent error codes with their cumulative share. */
    Section failures() {
        List<Cause> causes = session.query(
                CAUSES,
                row -> new Cause(Blank.or(row.getString(1)), row.getLong(2), row.getObject(3, LocalDate.class)),
                period.from(),
                period.to());
        long total = causes.stream().mapToLong(Cause::failures).sum();
        List<Cause> top = causes.stream().limit(settings.listed()).toList();
        String note = "Failed electrical tests by error code: " + total + " failures, " + causes.size()
                + " codes. The share is of all failures; first seen in all loaded data.";
        return top.isEmpty()
                ? new Section("Top failures", note, grid(top, total))
                : new Section("Top failures", note, chart(top, total), grid(top, total));
    }

    /** The fixtures with the highest failure rates. */
    Section fixtures() {
        List<List<Cell>> rows = session.query(
                FIXTURES,
                row -> row(Blank.or(row.getString(1)), new Ratio(row.getLong(2), row.getLong(3))),
                period.from(),
                period.to(),
                settings.leastVolume(),
                settings.listed());
        return new Section(
                "Fixtures with the highest failure rates",
                "Failure rate = failed / all test records of the fixture, with its 95 % interval (Wilson); fixtures with at"
                        + " least " + settings.leastVolume() + " records.",
                new Grid(
                        "",
                        List.of(
                                text("fixture"),
                                number("failed"),
                                number("tests"),
                                number("failure rate"),
                                number("95 % interval")),
                        rows,
                        "No fixture has enough test records."));
    }

    private static List<Cell> row(String fixture, Ratio rate) {
        return List.of(
                Cell.of(fixture),
                Cell.of(rate.numerator()),
                Cell.of(rate.denominator()),
                Cell.of(rate.percent()),
                Cell.of(rate.interval(), Emphasis.QUIET));
    }

    private static Svg chart(List<Cause> top, long total) {
        return new ParetoChart(
                        "Top failures",
                        "Failures by error code and their cumulative share; the table has the numbers.",
                        top.stream().map(Cause::code).toList(),
                        top.stream().map(Cause::failures).toList(),
                        total)
                .svg();
    }

    private Grid grid(List<Cause> top, long total) {
        List<List<Cell>> rows = new ArrayList<>();
        long sum = 0;
        for (Cause cause : top) {
            sum += cause.failures();
            boolean isNew = period.holds(cause.firstSeen());
            rows.add(List.of(
                    Cell.of(cause.code()),
                    Cell.of(cause.failures()),
                    Cell.of(new Ratio(cause.failures(), total).percent()),
                    Cell.of(new Ratio(sum, total).percent()),
                    isNew
                            ? Cell.of("NEW", Emphasis.BAD)
                            : Cell.of(cause.firstSeen().toString(), Emphasis.QUIET)));
        }
        return new Grid(
                "",
                List.of(
                        text("error code"),
                        number("failures"),
                        number("share"),
                        number("cumulative"),
                        text("first seen")),
                rows,
                "No test failed.");
    }

    private record Cause(String code, long failures, LocalDate firstSeen) {}
}
