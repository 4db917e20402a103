package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.operation.Context;
import io.yieldline.operation.change.BackupsOperation;
import io.yieldline.operation.watch.AlertsOperation;
import io.yieldline.operation.watch.ScheduleOperation;
import io.yieldline.report.Reports;
import io.yieldline.warehouse.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Schedule, alerts, backups and reports. */
final class RecordRoutes {
    private static final int MAX_REPORTS = 400;

    /** A report contains its own style; scripts are blocked. */
    private static final String REPORT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private static final Parameter REPORT = Parameter.path("report", "the number of a report");

    private final Context context;
    private final Faults faults;

    RecordRoutes(Context context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/schedule", Role.VIEWER, "List the jobs, their next runs and last results.", this::jobs),
                Route.get("/alerts", Role.VIEWER, "List open alerts, latest first.", this::alerts)
                        .with(
                                Parameter.flag("all", "include cleared alerts (default: false)"),
                                Parameter.number("limit", "maximum number of alerts (default: 100)", 1, 1000))
                        .rowsAsCsvToo("alerts"),
                Route.get("/backups", Role.OPERATOR, "List the backups.", this::backups)
                        .rowsAsCsvToo("backups"),
                Route.get("/reports", Role.VIEWER, "List the published reports, latest first.", this::reports)
                        .with(Parameter.number("limit", "maximum number of reports (default: 100)", 1, MAX_REPORTS))
                        .rowsAsCsvToo("reports"),
                Route.get("/reports/{report}", Role.VIEWER, "Show a published report.", this::report)
                        .with(REPORT)
                        .giving("text/html"),
                Route.get(
                                "/reports/{report}/restatements",
                                Role.VIEWER,
                                "List the figures of a report that later reports changed.",
                                this::restatements)
                        .with(REPORT)
                        .rowsAsCsvToo("restatements"));
    }

    private RouteResponse jobs(Request request) {
        return RouteResponse.json(new ScheduleOperation().run(new ScheduleOperation.Parameters(), context));
    }

    private RouteResponse alerts(Request request) {
        int limit = request.values().number("limit").orElse(100L).intValue();
        Table alerts = new AlertsOperation()
                .run(new AlertsOperation.Parameters(request.values().flag("all"), limit), context)
                .alerts();
        return listed(faults.masked(alerts));
    }

    private RouteResponse backups(Request request) {
        return listed(faults.masked(new BackupsOperation()
                .run(new BackupsOperation.Parameters(), context)
                .table()));
    }

    private RouteResponse listed(Table rows) {
        return RouteResponse.json(Json.rows(context.plant(), rows));
    }

    private RouteResponse reports(Request request) {
        int limit = request.values().number("limit").orElse(100L).intValue();
        return RouteResponse.json(Json.rows(context.plant(), store().latest(limit)));
    }

    private RouteResponse report(Request request) {
        String page = store().named(number(request)).html();
        return new RouteResponse(200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Map.of(), null)
                .with("Content-Security-Policy", REPORT_POLICY)
                .with("X-Frame-Options", "SAMEORIGIN");
    }

    private RouteResponse restatements(Request request) {
        return listed(store().restated(number(request)));
    }

    private static long number(Request request) {
        String number = request.values().required("report");
        if (!number.matches("[0-9]{1,18}")) {
            throw Problem.missing("there is no report of this number");
        }
        return Long.parseLong(number);
    }

    private Reports store() {
        return new Reports(context.parts());
    }
}
