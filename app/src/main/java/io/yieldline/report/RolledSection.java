package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.report.Grid.Cell;
import io.yieldline.warehouse.Session;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a report says about rolled yields. */
final class RolledSection {
    private static final int WEEKS = 12;

    private RolledSection() {}

    /** The product of the day's station yields beside that of its week so far. */
    static Section daily(Session session, Period day, List<FocusedYield> focused) {
        Map<List<String>, Double> week = weeks(session, List.of(Period.of(ReportKind.WEEKLY, day.from())));
        String name = Period.of(ReportKind.WEEKLY, day.from()).name();
        List<List<Cell>> rows = focused.stream()
                .map(model -> List.of(
                        Cell.of(model.model()),
                        Cell.of(model.percent()),
                        Cell.of(model.formula()),
                        Cell.of(percent(week.get(List.of(name, model.model(), "focused"))), Tone.QUIET)))
                .toList();
        return new Section(
                "Focused rolled yield",
                "Rolled yield of the day = product of the day's station yields of the model's formula; n/a unless all have"
                        + " judged records. The last column is the view rolled_yield_weekly, which has the whole week.",
                new Grid(
                        "",
                        List.of(text("model"), number("of the day"), text("formula"), number(name)),
                        rows,
                        "No model has a formula."));
    }

    /** Focused and complete rolled yields of the last weeks. */
    static Section weekly(Session session, Period week, List<FocusedYield> focused) {
        List<Period> all = IntStream.iterate(WEEKS - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(week::minus)
                .toList();
        Map<List<String>, Double> yields = weeks(session, all);
        List<Period> weeks = all.stream()
                .dropWhile(one ->
                        yields.keySet().stream().noneMatch(key -> key.get(0).equals(one.name())))
                .toList();
        List<List<String>> lines = lines(yields);
        return new Section(
                "Rolled yields by week",
                List.of(
                        "Focused: product of the station yields of the model's formula, n/a unless all have judged records."
                                + " Complete: product over all stations of the model but repair, scrap and debug. Both"
                                + " multiply records, not units: a unit that is tested twice counts twice.",
                        focused.stream()
                                .filter(model -> model.value().isPresent())
                                .map(model -> model.model() + " focused " + model.percent() + " = " + model.formula())
                                .collect(Collectors.joining("; "))),
                lines.isEmpty() ? List.of() : List.of(chart(weeks, lines, yields)),
                List.of(grid(weeks, lines, yields)));
    }

    /** Model and kind of each line, the focused ones first. */
    private static List<List<String>> lines(Map<List<String>, Double> yields) {
        return yields.keySet().stream()
                .map(key -> key.subList(1, 3))
                .distinct()
                .sorted(Comparator.comparing((List<String> line) -> line.get(1))
                        .reversed()
                        .thenComparing(line -> line.get(0)))
                .toList();
    }

    /** Shares by week, model and kind. */
    private static Map<List<String>, Double> weeks(Session session, List<Period> weeks) {
        Map<List<String>, Double> yields = new LinkedHashMap<>();
        session.query(
                "select week, model, kind, yield from rolled_yield_weekly where week between ? and ? and yield is not null",
                row -> yields.put(
                        List.of(row.getString(1), Blank.or(row.getString(2)), row.getString(3)),
                        row.getObject(4, BigDecimal.class).doubleValue()),
                weeks.get(0).name(),
                weeks.get(weeks.size() - 1).name());
        return yields;
    }

    private static Svg chart(List<Period> weeks, List<List<String>> lines, Map<List<String>, Double> yields) {
        return new LineChart(
                        "Rolled yields by week",
                        "Focused and complete rolled yields of each model in percent; the table has the numbers.",
                        weeks.stream().map(week -> week.name().substring(5)).toList(),
                        lines.stream()
                                .map(line -> new Series(String.join(" ", line), values(weeks, line, yields)))
                                .toList())
                .svg();
    }

    private static List<@Nullable Double> values(
            List<Period> weeks, List<String> line, Map<List<String>, Double> yields) {
        List<@Nullable Double> values = new ArrayList<>();
        for (Period week : weeks) {
            Double yield = yields.get(List.of(week.name(), line.get(0), line.get(1)));
            values.add(yield == null ? null : 100 * yield);
        }
        return values;
    }

    private static Grid grid(List<Period> weeks, List<List<String>> lines, Map<List<String>, Double> yields) {
        List<Grid.Column> columns = new ArrayList<>(List.of(text("week")));
        lines.forEach(line -> columns.add(number(String.join(" ", line))));
        List<List<Cell>> rows = new ArrayList<>();
        for (Period week : weeks) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(week.name())));
            lines.forEach(line ->
                    row.add(Cell.of(percent(yields.get(List.of(week.name(), line.get(0), line.get(1)))))));
            rows.add(row);
        }
        return new Grid("", columns, lines.isEmpty() ? List.of() : rows, "No week has rolled yields.");
    }

    private static String percent(@Nullable Double yield) {
        return yield == null ? "n/a" : String.format(Locale.ROOT, "%.2f %%", 100 * yield);
    }
}
