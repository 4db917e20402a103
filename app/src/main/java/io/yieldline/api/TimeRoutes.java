package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.mart.PeriodColumn;
import io.yieldline.mart.RowFilter;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cycle times and queue times, for a range of days or for units by serial number. */
final class TimeRoutes {
    private static final List<Parameter> CHOICE = List.of(
            Parameter.day("from", "the first plant day on which a run ended"),
            Parameter.day("to", "the last plant day on which a run ended"),
            Parameter.week("week", "an ISO week, instead of from and to"),
            Parameter.text("model", "only this model").severalTimes(),
            Parameter.text("station", "only runs at this station").severalTimes());

    private static final List<String> MEASURES = List.of("at", "wait");
    private static final String LONGEST_FIRST = "_seconds desc nulls last, serial_number, station nulls last";
    private static final String BY_SERIAL = "serial_number, first_at nulls last, station nulls last";

    private final Context context;

    TimeRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/times", Role.VIEWER, "Show cycle time and queue time of each station.", this::stations)
                        .with(CHOICE)
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv")
                        .awaitChange(),
                Route.get("/times/units", Role.VIEWER, "List units by station, slowest first.", this::longest)
                        .with(CHOICE)
                        .with(Parameter.word(
                                "by",
                                "cycle time at the station (at, default) or queue time before it (wait)",
                                MEASURES))
                        .with(Paging.PARAMETERS)
                        .with(Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv")
                        .awaitChange(),
                Route.post(
                                "/units/times",
                                Role.ANALYST,
                                "Show cycle and queue times of up to 10,000 units.",
                                this::units)
                        .with(Parameter.text("serials", "serial numbers, maximum 10,000")
                                .severalTimes()
                                .inBody()
                                .needed())
                        .with(Parameter.text("station", "only runs at this station")
                                .severalTimes())
                        .with(Paging.PARAMETERS)
                        .with(Paging.FORMAT)
                        .taking("text/plain", "text/csv")
                        .withLargeBody(Serials.MOST_BYTES)
                        .giving(RouteResponse.JSON, "text/csv"));
    }

    private RouteResponse stations(Request request) {
        UnitTimes times = new UnitTimes(filter(request.values()));
        Table stations = context.warehouse().read(times::byStation);
        return request.wantsCsv()
                ? RouteResponse.csv(stations, "times")
                : RouteResponse.json(Json.rows(context.plant(), stations));
    }

    private RouteResponse longest(Request request) {
        UnitTimes times = new UnitTimes(filter(request.values()));
        Paging page = Paging.of(request);
        String order = request.values().text("by").orElse("at") + LONGEST_FIRST;
        return context.warehouse().read(session -> {
            Table units = times.byUnit(session, order, page.sql());
            return request.wantsCsv()
                    ? RouteResponse.csv(units, "unit-times")
                    : RouteResponse.json(Json.page(context.plant(), page, times.units(session), units));
        });
    }

    private RouteResponse units(Request request) {
        List<String> asked = Serials.of(request, new SerialColumn(context.feeds()));
        Paging page = Paging.of(request);
        RowFilter filter = new RowFilter();
        filter.add(
                "serial_number in (select unnest(string_to_array(cast(? as varchar), ',')))", String.join(",", asked));
        filter.oneOf("station", request.values().texts("station"));
        UnitTimes times = new UnitTimes(filter);
        return context.warehouse().read(session -> {
            Table units = withoutRecords(times.byUnit(session, BY_SERIAL, ""), asked);
            return request.wantsCsv()
                    ? RouteResponse.csv(page.of(units), "unit-times")
                    : RouteResponse.json(Json.page(
                            context.plant(),
                            page,
                            units.rows().size(),
                            page.of(units),
                            "stations",
                            times.byStation(session)));
        });
    }

    private static RowFilter filter(Values values) {
        RowFilter filter = new RowFilter();
        filter.days(PeriodColumn.DAY, values.range());
        filter.oneOf("model", values.texts("model"));
        filter.oneOf("station", values.texts("station"));
        return filter;
    }

    /** Adds a row for each unknown unit, so that no unit of the list is missing. */
    private static Table withoutRecords(Table units, List<String> serials) {
        Set<@Nullable Object> missing = new LinkedHashSet<>(serials);
        units.rows().forEach(row -> missing.remove(row.get(0)));
        List<List<@Nullable Object>> rows = new ArrayList<>(units.rows());
        missing.forEach(serial -> rows.add(Arrays.asList(serial, null, 0, 0, null, null, null, null)));
        return new Table(units.columns(), rows);
    }
}
