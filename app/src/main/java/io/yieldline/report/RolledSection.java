package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.report.Grid.Cell;
import io.yieldline.report.RolledYields.Line;
import io.yieldline.report.chart.LineChart;
import io.yieldline.report.chart.Series;
import io.yieldline.report.chart.Svg;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The sections on rolled yields. */
final class RolledSection {
    private static final int WEEKS = 12;

    private RolledSection() {}

    /** The rolled yield of the day, and of its week to date. */
    static Section daily(Session session, Period day, List<FocusedYield> focused) {
        Period week = Period.of(ReportKind.WEEKLY, day.from());
        RolledYields weeks = RolledYields.between(session, week, week);
        List<List<Cell>> rows = focused.stream()
                .map(model -> List.of(
                        Cell.of(model.model()),
                        Cell.of(model.percent()),
                        Cell.of(model.formula()),
                        Cell.of(percent(weeks, week, new Line(model.model(), RolledYields.FOCUSED)), Emphasis.QUIET)))
                .toList();
        return new Section(
                "Focused rolled yield",
                "Rolled yield of the day = product of the station yields in the formula of the model; n/a unless all have"
                        + " judged records. The last column is the view rolled_yield_weekly, which has the whole week.",
                new Grid(
                        "",
                        List.of(text("model"), number("of the day"), text("formula"), number(week.name())),
                        rows,
                        "No model has a formula."));
    }

    /** Focused and complete rolled yields of the last weeks. */
    static Section weekly(Session session, Period week, List<FocusedYield> focused) {
        RolledYields yields = RolledYields.between(session, week.minus(WEEKS - 1), week);
        List<Period> weeks = IntStream.iterate(WEEKS - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(week::minus)
                .dropWhile(one -> !yields.has(one))
                .toList();
        List<Line> lines = yields.lines();
        return new Section(
                "Rolled yields by week",
                List.of(
                        "Focused: product of the station yields in the formula of the model, n/a unless all have judged records."
                                + " Complete: product over all stations of the model except repair, scrap and debug. Both"
                                + " are computed from records, not units: a unit that is tested twice counts twice.",
                        focused.stream()
                                .filter(model -> model.value() != null)
                                .map(model -> model.model() + " focused " + model.percent() + " = " + model.formula())
                                .collect(Collectors.joining("; "))),
                lines.isEmpty() ? List.of() : List.of(chart(weeks, lines, yields)),
                List.of(grid(weeks, lines, yields), units(week, yields, RolledYields.ofUnits(session, week))));
    }

    private static Svg chart(List<Period> weeks, List<Line> lines, RolledYields yields) {
        return new LineChart(
                        "Rolled yields by week",
                        "Focused and complete rolled yields of each model in percent; the table has the numbers.",
                        weeks.stream().map(week -> week.name().substring(5)).toList(),
                        lines.stream()
                                .map(line -> new Series(line.title(), values(weeks, line, yields)))
                                .toList())
                .svg();
    }

    private static List<@Nullable Double> values(List<Period> weeks, Line line, RolledYields yields) {
        List<@Nullable Double> values = new ArrayList<>();
        weeks.forEach(week ->
                values.add(yields.of(week, line).map(yield -> 100 * yield).orElse(null)));
        return values;
    }

    /** A unit that is tested twice counts twice in one, and once in the other. */
    private static Grid units(Period week, RolledYields records, RolledYields units) {
        return new Grid(
                "Of the week: product of the yields of records, and of the true first-pass yields of units",
                List.of(text("rolled yield"), number("of records"), number("of units")),
                records.lines().stream()
                        .filter(line -> records.of(week, line).isPresent())
                        .map(line -> List.of(
                                Cell.of(line.title()),
                                Cell.of(percent(records, week, line)),
                                Cell.of(percent(units, week, line))))
                        .toList(),
                "The week has no rolled yields.");
    }

    private static Grid grid(List<Period> weeks, List<Line> lines, RolledYields yields) {
        List<Grid.Column> columns = new ArrayList<>(List.of(text("week")));
        lines.forEach(line -> columns.add(number(line.title())));
        List<List<Cell>> rows = new ArrayList<>();
        for (Period week : weeks) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(week.name())));
            lines.forEach(line -> row.add(Cell.of(percent(yields, week, line))));
            rows.add(row);
        }
        return new Grid("", columns, lines.isEmpty() ? List.of() : rows, "No week has rolled yields.");
    }

    private static String percent(RolledYields yields, Period period, Line line) {
        return FocusedYield.percent(yields.of(period, line).orElse(null));
    }
}
