package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Ratio;
import io.yieldline.mart.RatioSql;
import io.yieldline.report.Grid.Cell;
import io.yieldline.warehouse.Session;
import java.util.List;

/** The sections on first-pass yield. */
final class FirstPassSections {
    private static final String UNITS = RatioSql.expand("""
            select model, station,
                cast(sum(${unit_first_pass_daily.first_pass_yield.numerator}) as bigint),
                cast(sum(${unit_first_pass_daily.first_pass_yield.denominator}) as bigint),
                cast(sum(${unit_first_pass_daily.final_yield.numerator}) as bigint)
            from unit_first_pass_daily
            where day between ? and ? and name_key(model) in (select r.name_key from rule_yield_model r)
            group by model, station
            having sum(units) >= ?
            order by 1e0 * sum(${unit_first_pass_daily.first_pass_yield.numerator})
                / sum(${unit_first_pass_daily.first_pass_yield.denominator}), sum(units) desc, model, station
            limit ?""");

    private static final String WEEK = RatioSql.expand("""
            select model, started, starters, first_pass, completed, failed, limbo,
                ${first_pass_weekly.first_pass_of_started}, ${first_pass_weekly.first_pass_of_finished}
            from weekly_summary
            where week = ?
            order by case when model = 'all' then 1 else 0 end, model""");

    private FirstPassSections() {}

    /** True first-pass yield of the lowest stations. */
    static Section units(Session session, Period period, ReportSettings settings) {
        List<List<Cell>> rows = session.query(
                UNITS,
                row -> {
                    Ratio first = new Ratio(row.getLong(3), row.getLong(4));
                    return List.of(
                            Cell.of(Blank.or(row.getString(2))),
                            Cell.of(Blank.or(row.getString(1))),
                            Cell.of(first.denominator()),
                            Cell.of(first.numerator()),
                            Cell.of(first.percent()),
                            Cell.of(first.interval(), Emphasis.QUIET),
                            Cell.of(new Ratio(row.getLong(5), first.denominator()).percent(), Emphasis.QUIET));
                },
                period.from(),
                period.to(),
                settings.leastVolume(),
                settings.listed());
        return new Section(
                "True first-pass yield, lowest",
                "Units whose very first judged run at the station was in the " + period.noun()
                        + ", and how many of them passed it; at least " + settings.leastVolume()
                        + " units. \"Passed ever\" includes later runs and can still rise.",
                new Grid(
                        "",
                        List.of(
                                text("station"),
                                text("model"),
                                number("units"),
                                number("passed first"),
                                number("first pass"),
                                number("95 % interval"),
                                number("passed ever")),
                        rows,
                        "No station has enough new units."));
    }

    /** The first-pass views of the week. */
    static Section week(Session session, Period week) {
        List<List<Cell>> rows = session.query(
                WEEK,
                row -> List.of(
                        Cell.of(Blank.or(row.getString(1))),
                        Cell.of(row.getLong(2)),
                        Cell.of(row.getLong(3)),
                        Cell.of(row.getLong(4)),
                        Cell.of(row.getLong(5)),
                        Cell.of(row.getLong(6)),
                        Cell.of(row.getLong(7)),
                        Cell.of(new Ratio(row.getLong(8), row.getLong(9)).percent()),
                        Cell.of(new Ratio(row.getLong(10), row.getLong(11)).percent())),
                week.name());
        return new Section(
                "First pass of the week",
                List.of(
                        "Active = units with any record in production in the week; starters = units whose very first record"
                                + " is in the week. First pass = packed in the week without a failure in it; packed = any packing"
                                + " record; limbo = neither packed nor failed.",
                        "Of active = first pass / active: low in a week with much work in progress. Of finished = first pass"
                                + " / units packed or failed, each counted once. Neither is the true first-pass yield"
                                + " below, which is based on the very first run of each unit."),
                List.of(),
                List.of(new Grid(
                        "",
                        List.of(
                                text("model"),
                                number("active"),
                                number("starters"),
                                number("first pass"),
                                number("packed"),
                                number("failed"),
                                number("limbo"),
                                number("of active"),
                                number("of finished")),
                        rows,
                        "No units in production in the week.")));
    }
}
