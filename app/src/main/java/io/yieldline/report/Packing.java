package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Counted;
import io.yieldline.report.Grid.Cell;
import io.yieldline.report.chart.BarChart;
import io.yieldline.report.chart.Series;
import io.yieldline.report.chart.Svg;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Packing records with a pass by model and by day or week.
 *
 * @param noun day or week
 * @param names the days or weeks, earliest first
 * @param models packing records by day or week for each model, largest first; missing if there are none
 * @param units units packed for the first time on these days or weeks
 * @param unfinished the day or week that is not over and has no say in means; empty if there is none
 */
record Packing(String noun, List<String> names, Map<String, Map<String, Long>> models, long units, String unfinished) {
    /** By output day. */
    static Packing byDay(Session session, List<LocalDate> days) {
        return of(session, "day", days.stream().map(LocalDate::toString).toList(), days, LocalDate::toString);
    }

    /** By ISO week of the output day. */
    static Packing byWeek(Session session, List<Period> weeks) {
        List<LocalDate> days = weeks.stream()
                .flatMap(week -> week.from().datesUntil(week.to().plusDays(1)))
                .toList();
        return of(
                session,
                "week",
                weeks.stream().map(Period::name).toList(),
                days,
                day -> Period.of(ReportKind.WEEKLY, day).name());
    }

    private static Packing of(
            Session session, String noun, List<String> names, List<LocalDate> days, Function<LocalDate, String> name) {
        Map<String, Map<String, Long>> models = new TreeMap<>();
        session.query(
                "select day, model, cast(sum(packed) as bigint) from packing_daily where day in "
                        + WorkingDays.sql(days) + " group by day, model",
                row -> models.computeIfAbsent(Blank.or(row.getString(2)), model -> new LinkedHashMap<>())
                        .merge(name.apply(row.getObject(1, LocalDate.class)), row.getLong(3), Long::sum));
        Map<String, Map<String, Long>> greatestFirst = new LinkedHashMap<>();
        models.entrySet().stream()
                .sorted(Comparator.comparing(model -> -model.getValue().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()))
                .forEach(model -> greatestFirst.put(model.getKey(), model.getValue()));
        long units = session.number("select sum(units) from packed_units_daily where day in " + WorkingDays.sql(days));
        return new Packing(noun, names, greatestFirst, units, "");
    }

    /** Packing records of a model in a day or week. */
    long packed(String model, String name) {
        return models.getOrDefault(model, Map.of()).getOrDefault(name, 0L);
    }

    /** Packing records of all models in a day or week. */
    long packed(String name) {
        return models.keySet().stream().mapToLong(model -> packed(model, name)).sum();
    }

    /** The same with a day or week that is not over; empty if there is none. */
    Packing unfinished(String name) {
        return new Packing(noun, names, models, units, name);
    }

    /** The days or weeks with output that are over. */
    List<String> over() {
        return names.stream()
                .filter(name -> packed(name) > 0 && !name.equals(unfinished))
                .toList();
    }

    /** The mean over all days or weeks with output that are over; 0 if there are none. */
    double average() {
        return over().stream().mapToLong(this::packed).average().orElse(0);
    }

    /** Without the days or weeks before the first output. */
    Packing sinceFirst() {
        return new Packing(
                noun, names.stream().dropWhile(name -> packed(name) == 0).toList(), models, units, unfinished);
    }

    Section section(String title, String note) {
        return new Section(
                title,
                List.of(note + records() + mean()),
                models.isEmpty() ? List.of() : List.of(chart(title)),
                List.of(grid()));
    }

    /** Both numbers, because a unit can be packed again, after a repair for example. */
    private String records() {
        return models.isEmpty()
                ? ""
                : " " + Counted.of(names.stream().mapToLong(this::packed).sum(), "record") + " in all; "
                        + Counted.of(units, "unit") + " packed for the first time.";
    }

    private String mean() {
        return models.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The dashed line is the mean of the %ss with output%s, %,.0f.",
                        noun,
                        unfinished.isEmpty() ? "" : " that are over",
                        average());
    }

    private Svg chart(String title) {
        String numbers = names.stream().map(name -> name + ": " + packed(name)).collect(Collectors.joining(", "));
        return new BarChart(
                        title,
                        numbers,
                        names.stream().map(name -> name.substring(5)).toList(),
                        models.keySet().stream()
                                .map(model -> new Series(
                                        model,
                                        names.stream()
                                                .map(name -> (double) packed(model, name))
                                                .toList()))
                                .toList(),
                        average())
                .svg();
    }

    private Grid grid() {
        List<Grid.Column> columns = new ArrayList<>(List.of(text(noun)));
        models.keySet().forEach(model -> columns.add(number(model)));
        columns.add(number("all"));
        List<List<Cell>> rows = new ArrayList<>();
        for (String name : names) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(name)));
            models.keySet().forEach(model -> row.add(Cell.of(packed(model, name))));
            row.add(Cell.of(packed(name)));
            rows.add(row);
        }
        return new Grid("", columns, models.isEmpty() ? List.of() : rows, "Nothing was packed.");
    }
}
