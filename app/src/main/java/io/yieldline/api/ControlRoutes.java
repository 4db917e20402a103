package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.control.Baseline;
import io.yieldline.control.ControlChart;
import io.yieldline.control.Sample;
import io.yieldline.insight.ShiftSettings;
import io.yieldline.mart.PeriodColumn;
import io.yieldline.mart.RatioSql;
import io.yieldline.mart.RowFilter;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Control charts of the failure rate by day: one chart, a summary per station, and the available filters. */
final class ControlRoutes {
    private static final List<String> KEYS = List.of("model", "station", "part_number", "flow");
    private static final String COUNTS = RatioSql.expand(
            "cast(sum(failed) as bigint) as failed, cast(sum(${p_chart_daily.yield.denominator}) as bigint) as judged");
    private static final String JUDGED = RatioSql.expand(" having sum(${p_chart_daily.yield.denominator}) > 0");

    private final Context context;

    ControlRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                charting(
                        "/control-chart",
                        "Show the failure rate of each day with control limits and signals.",
                        this::chart),
                charting(
                        "/control-chart/stations",
                        "Count the days out of control for each model and station.",
                        this::stations),
                Route.get(
                                "/control-chart/choices",
                                Role.VIEWER,
                                "List valid combinations of models, stations, part numbers and flows.",
                                this::choices)
                        .with(Parameter.day("from", "the first plant day"), Parameter.day("to", "the last plant day"))
                        .awaitChange());
    }

    private static Route charting(String path, String summary, Route.Handler handler) {
        Stream<Parameter> keys = KEYS.stream()
                .map(key -> Parameter.text(key, "only this " + key.replace('_', ' '))
                        .severalTimes());
        return Route.get(path, Role.VIEWER, summary, handler)
                .with(ControlRequest.PARAMETERS)
                .with(keys.toList())
                .with(Paging.FORMAT)
                .giving(RouteResponse.JSON, "text/csv")
                .awaitChange();
    }

    private RouteResponse chart(Request request) {
        ControlRequest asked = ControlRequest.of(request.values());
        List<Sample> samples = context.warehouse().read(session -> byDay(session, filter(request.values(), asked)));
        Sample running = samples.stream().filter(this::isRunning).findFirst().orElse(null);
        samples.removeIf(this::isRunning);
        Baseline baseline = asked.baseline(samples, leastShift());
        ControlChart chart = asked.chart(samples, baseline);
        if (request.wantsCsv()) {
            return RouteResponse.csv(ControlView.table(chart), "control-chart");
        }
        Map<String, @Nullable Object> json = Json.inZone(context.plant());
        json.putAll(ControlView.json(asked, baseline, chart));
        json.put("running", running == null ? null : ControlView.soFar(running));
        return RouteResponse.json(json);
    }

    private RouteResponse stations(Request request) {
        ControlRequest asked = ControlRequest.of(request.values());
        double least = leastShift();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        context.warehouse()
                .read(session -> samples(session, filter(request.values(), asked)))
                .forEach((station, samples) -> {
                    samples.removeIf(this::isRunning);
                    if (!samples.isEmpty()) {
                        rows.add(ControlView.station(station, asked.chart(samples, asked.baseline(samples, least))));
                    }
                });
        rows.sort(ControlView.NEWEST_SIGNAL_FIRST);
        Table table = new Table(ControlView.STATION, rows);
        return request.wantsCsv() ? RouteResponse.csv(table, "control-charts") : listed(table);
    }

    /** A day that is not over is no point: at noon only the units that come first have been tested. */
    private boolean isRunning(Sample sample) {
        return sample.day().equals(context.today());
    }

    private static List<Sample> byDay(Session session, RowFilter filter) {
        return new ArrayList<>(session.query(
                "select day, " + COUNTS + " from p_chart_daily" + filter.where() + " group by day" + JUDGED
                        + " order by day",
                row -> new Sample(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3)),
                filter.parameters()));
    }

    private double leastShift() {
        return ShiftSettings.of(context.plant().settings()).leastShare();
    }

    private static Map<List<@Nullable String>, List<Sample>> samples(Session session, RowFilter filter) {
        Map<List<@Nullable String>, List<Sample>> samples = new LinkedHashMap<>();
        session.query(
                "select model, station, day, " + COUNTS + " from p_chart_daily" + filter.where()
                        + " group by model, station, day" + JUDGED
                        + " order by model nulls last, station nulls last, day",
                row -> samples.computeIfAbsent(
                                Arrays.asList(row.getString(1), row.getString(2)), station -> new ArrayList<>())
                        .add(new Sample(row.getObject(3, LocalDate.class), row.getLong(4), row.getLong(5))),
                filter.parameters());
        return samples;
    }

    private RouteResponse choices(Request request) {
        RowFilter filter = new RowFilter();
        filter.days(PeriodColumn.DAY, request.values().range());
        return listed(context.warehouse()
                .read(session -> session.table(
                        "select model, station, part_number, flow, " + COUNTS + " from p_chart_daily" + filter.where()
                                + " group by model, station, part_number, flow"
                                + " order by model nulls last, station nulls last, part_number nulls last, flow nulls last",
                        filter.parameters())));
    }

    private static RowFilter filter(Values values, ControlRequest asked) {
        RowFilter filter = new RowFilter();
        asked.first().ifPresent(day -> filter.add("day >= ?", day));
        asked.last().ifPresent(day -> filter.add("day <= ?", day));
        KEYS.forEach(key -> filter.oneOf(key, values.texts(key)));
        return filter;
    }

    private static RouteResponse listed(Table table) {
        return RouteResponse.json(Json.object("total", table.rows().size(), "rows", table));
    }
}
