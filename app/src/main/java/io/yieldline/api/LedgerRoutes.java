package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.ingest.ExportName;
import io.yieldline.mart.RowFilter;
import io.yieldline.operation.Context;
import io.yieldline.operation.RunSteps;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exports, rejected rows and runs. */
final class LedgerRoutes {
    private static final String EXPORTS = """
            select id, feed, file_name as file, sha256, bytes, format, export_time, status, reason, row_count as "rows",
                new_count as added, duplicate_count as duplicate, revised_count as revised,
                coalesce(outdated_count, 0) as outdated, rejected_count as rejected, cleaned_count as cleaned, cleaned_cells,
                first_day, last_day, unknown_columns, nullif(missing_columns, '') as missing_columns, remarks,
                run_id as run, loaded_at, dismissed_at, dismissed_by, dismissed_because
            from export""";
    private static final String REJECTS = """
            select r.export_id as export, e.feed, e.file_name as file, r.row_number as "row",
                r.column_name as "column", r.value, r.reason, r.cells
            from rejected_row r
            join export e on e.id = r.export_id""";
    private static final String RUNS = """
            select id as run, operation, started_at, ended_at, caller, user_name as "user", reason, outcome,
                row_count as "rows", summary, error
            from run""";

    private final Context context;
    private final Faults faults;

    LedgerRoutes(Context context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                paged(Route.get(
                                "/exports",
                                Role.VIEWER,
                                "List exports: loaded, parked or dismissed, latest first.",
                                this::exports)
                        .with(
                                Parameter.word(
                                        "status",
                                        "loaded, parked or dismissed",
                                        List.of("loaded", "parked", "dismissed")),
                                Parameter.text("feed", "only this feed").severalTimes())),
                Route.get("/exports/{export}", Role.VIEWER, "Show one export.", this::export)
                        .with(Parameter.path("export", "the number of an export")),
                paged(Route.get("/rejects", Role.ANALYST, "List rejected rows with all their cells.", this::rejects)
                        .with(Parameter.number("export", "only this export", 1, Long.MAX_VALUE))),
                paged(Route.get("/runs", Role.VIEWER, "List runs, latest first.", this::runs)
                        .with(
                                Parameter.text("operation", "only this operation")
                                        .severalTimes(),
                                Parameter.text("outcome", "only this outcome, such as done or failed")
                                        .severalTimes())),
                Route.get("/runs/{run}", Role.VIEWER, "Show one run and its steps.", this::run)
                        .with(Parameter.path("run", "the number of a run")));
    }

    private static Route paged(Route route) {
        return route.with(Paging.PARAMETERS)
                .with(Paging.FORMAT)
                .giving(RouteResponse.JSON, "text/csv")
                .awaitChange();
    }

    private RouteResponse exports(Request request) {
        RowFilter filter = new RowFilter();
        request.values().text("status").ifPresent(status -> filter.add("status = ?", status));
        filter.oneOf("feed", request.values().texts("feed"));
        return list(EXPORTS, filter, "id desc", "exports", request);
    }

    private RouteResponse rejects(Request request) {
        RowFilter filter = new RowFilter();
        request.values().number("export").ifPresent(export -> filter.add("r.export_id = ?", export));
        return list(REJECTS, filter, "r.export_id, r.row_number", "rejects", request);
    }

    private RouteResponse runs(Request request) {
        RowFilter filter = new RowFilter();
        filter.oneOf("operation", request.values().texts("operation"));
        filter.oneOf("outcome", request.values().texts("outcome"));
        return list(RUNS, filter, "id desc", "runs", request);
    }

    private RouteResponse export(Request request) {
        return RouteResponse.json(one(EXPORTS, "export", request));
    }

    private RouteResponse run(Request request) {
        Map<String, @Nullable Object> run = one(RUNS, "run", request);
        long number = Long.parseLong(request.values().required("run"));
        run.put("steps", masked(RunSteps.of(context.warehouse(), number)));
        return RouteResponse.json(run);
    }

    private Map<String, @Nullable Object> one(String select, String what, Request request) {
        String number = request.values().required(what);
        RowFilter filter = new RowFilter();
        filter.add("id = ?", number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1L);
        Table found = context.warehouse().read(session -> session.table(select + filter.where(), filter.parameters()));
        if (found.rows().isEmpty()) {
            throw Problem.missing("there is no " + what + " of this number");
        }
        Table shown = masked(found);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (int i = 0; i < shown.columns().size(); i++) {
            json.put(shown.columns().get(i), shown.rows().get(0).get(i));
        }
        return json;
    }

    private RouteResponse list(String select, RowFilter filter, String order, String name, Request request) {
        Paging page = Paging.of(request);
        return context.warehouse().read(session -> {
            long total = session.number(
                    "select count(*) from (" + select + filter.where() + ") counted", filter.parameters());
            Table rows = masked(
                    session.table(select + filter.where() + " order by " + order + page.sql(), filter.parameters()));
            return request.wantsCsv()
                    ? RouteResponse.csv(rows, name).with("Yieldline-Total", Long.toString(total))
                    : RouteResponse.json(Json.page(context.plant(), page, total, rows));
        });
    }

    /** File names without directories, and messages without local directories. */
    private Table masked(Table table) {
        int file = table.columns().indexOf("file");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> shown = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                shown.add(
                        value instanceof String text
                                ? (i == file ? ExportName.fileName(text) : faults.masked(text))
                                : value);
            }
            rows.add(shown);
        }
        return new Table(table.columns(), rows);
    }
}
