package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.operation.Context;
import io.yieldline.operation.watch.ScoreOperation;
import io.yieldline.quality.Check;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.Checks;
import io.yieldline.quality.Looked;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Data-quality checks: latest results, history, failing rows, and the score. */
final class CheckRoutes {
    private final Context context;
    private final CheckHistory history;

    CheckRoutes(Context context) {
        this.context = context;
        this.history = new CheckHistory(context.warehouse());
    }

    List<Route> routes() {
        return List.of(
                Route.get("/checks", Role.VIEWER, "List the checks, each with its latest result.", this::checks)
                        .rowsAsCsvToo("checks")
                        .awaitChange(),
                Route.get("/checks/score", Role.VIEWER, "Show the data-quality score and its composition.", this::score)
                        .awaitChange(),
                Route.get("/checks/findings", Role.VIEWER, "List the findings of the latest runs.", this::findings)
                        .rowsAsCsvToo("check-findings")
                        .awaitChange(),
                Route.get("/checks/history", Role.VIEWER, "List results, latest first.", this::history)
                        .with(
                                Parameter.text("check", "only this check").severalTimes(),
                                Parameter.number("limit", "maximum number of results (default: 500)", 1, 10_000))
                        .rowsAsCsvToo("check-history")
                        .awaitChange(),
                Route.get("/checks/{check}/rows", Role.ANALYST, "List failing rows of the latest run.", this::rows)
                        .with(Parameter.path("check", "the name of a check"), Paging.FORMAT)
                        .giving(RouteResponse.JSON, "text/csv"));
    }

    private RouteResponse checks(Request request) {
        Map<String, StoredResult> latest = history.latest(Checks.names(context.plant())).stream()
                .collect(Collectors.toMap(stored -> stored.result().check(), Function.identity()));
        Map<String, Looked> looks = history.looks();
        return RouteResponse.json(Checks.of(context.plant()).all().stream()
                .map(check -> json(check, latest.get(check.name()), looks.get(check.name())))
                .toList());
    }

    private static Map<String, @Nullable Object> json(
            Check check, @Nullable StoredResult last, @Nullable Looked looked) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("check", check.name());
        json.put("title", check.title());
        json.put("dimension", check.dimension().word());
        json.put("severity", check.severity().word());
        json.put("outcome", last == null ? null : last.result().outcome().word());
        json.put("failing", last == null ? null : last.result().failing());
        json.put("total", last == null ? null : last.result().total());
        json.put("findings", last == null ? null : last.result().findings());
        json.put("run", last == null ? null : last.run());
        json.put("finished_at", last == null ? null : last.finishedAt());
        json.put("carried", looked == null ? null : looked.carried());
        json.put("carried_since", looked == null ? null : looked.since());
        return json;
    }

    private RouteResponse score(Request request) {
        return RouteResponse.json(new ScoreOperation().run(new ScoreOperation.Parameters(), context));
    }

    private RouteResponse findings(Request request) {
        return listed(history.findings());
    }

    private RouteResponse history(Request request) {
        return listed(history.table(
                request.values().texts("check"),
                request.values().number("limit").orElse(500L).intValue()));
    }

    private RouteResponse rows(Request request) {
        String check = request.values().required("check");
        Checks.of(context.plant()).named(check);
        Table rows = named(history.rows(check));
        return request.wantsCsv() ? RouteResponse.csv(rows, check) : listed(rows);
    }

    /** File names without directories. */
    private static Table named(Table table) {
        int cells = table.columns().indexOf("cells");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> shown = new ArrayList<>(row);
            shown.set(cells, String.valueOf(row.get(cells)).replaceAll("\\bfile=[^,]*[/\\\\]", "file="));
            rows.add(shown);
        }
        return new Table(table.columns(), rows);
    }

    private RouteResponse listed(Table rows) {
        return RouteResponse.json(Json.rows(context.plant(), rows));
    }
}
