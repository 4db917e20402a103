package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.feed.Feed;
import io.yieldline.ingest.ExportName;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Units by serial number: the history of one unit, the state of many. */
final class UnitRoutes {
    private static final Set<String> INTERNAL = Set.of("identity", "content", "serial_number", "week_start");

    private static final Parameter STATION =
            Parameter.text("station", "use only records at this station").severalTimes();

    private final Context context;
    private final UnitStates states;

    UnitRoutes(Context context) {
        this.context = context;
        this.states = new UnitStates(context);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/units/{serial}", Role.VIEWER, "Show all records of a unit, oldest first.", this::journey)
                        .with(Parameter.path("serial", "a serial number"))
                        .rowsAsCsvToo("unit")
                        .awaitChange(),
                Route.post("/units/batch", Role.ANALYST, "Show the state of up to 10,000 units.", this::batch)
                        .with(
                                Parameter.text("serials", "serial numbers, maximum 10,000")
                                        .severalTimes()
                                        .inBody()
                                        .needed(),
                                STATION,
                                STATION.inBody(),
                                Paging.FORMAT)
                        .taking("text/plain", "text/csv")
                        .withLargeBody(Serials.MOST_BYTES)
                        .giving(RouteResponse.JSON, "text/csv"));
    }

    private RouteResponse journey(Request request) {
        String serial = Serials.clean(request.values().required("serial"));
        List<Map<String, @Nullable Object>> events = context.warehouse().read(session -> events(session, serial));
        if (events.isEmpty()) {
            throw Problem.missing("no export has a record of unit " + serial);
        }
        return RouteResponse.json(
                Json.inZone(context.plant(), "serial_number", serial, "total", events.size(), "rows", events));
    }

    private List<Map<String, @Nullable Object>> events(Session session, String serial) {
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        for (Feed feed : context.feeds().all()) {
            Table table = session.table(
                    "select m.*, e.file_name as file from " + feed.masterLog()
                            + " m join export e on e.id = m.export_id where m.serial_number = ?",
                    serial);
            table.rows().forEach(row -> events.add(event(feed, table.columns(), row)));
        }
        events.sort(Comparator.comparing(
                event -> (LocalDateTime) event.get("ended_utc"), Comparator.nullsFirst(Comparator.naturalOrder())));
        return events;
    }

    private static Map<String, @Nullable Object> event(Feed feed, List<String> columns, List<@Nullable Object> row) {
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("feed", feed.name());
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            if (value != null && !INTERNAL.contains(columns.get(i))) {
                event.put(
                        columns.get(i), columns.get(i).equals("file") ? ExportName.fileName(value.toString()) : value);
            }
        }
        return event;
    }

    private RouteResponse batch(Request request) {
        Table units = states.of(
                Serials.of(request, new SerialColumn(context.feeds())),
                request.values().texts("station"));
        if (request.wantsCsv()) {
            return RouteResponse.csv(units, "units");
        }
        return RouteResponse.json(Json.inZone(
                context.plant(), "total", units.rows().size(), "counts", UnitStates.counts(units), "rows", units));
    }
}
