package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.feed.Feed;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.StatusOperation;
import io.yieldline.operation.ask.StatusOperation.RulesStatus;
import io.yieldline.operation.ask.StatusOperation.Status;
import io.yieldline.plant.DatabaseAddress;
import io.yieldline.plant.ServerTasks.TaskState;
import io.yieldline.plant.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Status and settings of the plant. */
final class PlantRoutes {
    private final Context context;
    private final Faults faults;

    PlantRoutes(Context context, Faults faults) {
        this.context = context;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/status",
                                Role.VIEWER,
                                "Show what is loaded, the latest records, and stale marts.",
                                this::status)
                        .awaitChange(),
                Route.get("/feeds", Role.VIEWER, "List the feeds with their columns.", this::feeds),
                Route.get("/rules", Role.VIEWER, "Show the rules of the plant.", this::rules),
                Route.get(
                        "/targets",
                        Role.VIEWER,
                        "Show the hourly targets of the stations.",
                        request -> RouteResponse.json(
                                ApiSettings.of(context.plant().settings()).hourlyTargets())),
                Route.get("/settings", Role.ADMIN, "Show the settings without secrets.", this::settings));
    }

    /** Everything except local directories. */
    private RouteResponse status(Request request) {
        Status status = new StatusOperation().run(new StatusOperation.Parameters(false), context);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("plant", status.plant());
        json.put("zone", status.zone());
        json.put("today", context.today());
        json.put("profile", status.profile());
        json.put("rules", rules(status.rules()));
        json.put("engine", context.warehouse().engine().label());
        json.put("feeds", status.feeds());
        json.put("feeds_gone", status.feedsGone());
        json.put("parked", status.parked());
        json.put("rejected", status.rejected());
        json.put("stale", status.stale());
        json.put("custom_marts", customMarts(status));
        json.put("inbox_blocked", status.inboxBlocked());
        json.put("tasks", status.tasks().stream().map(this::task).toList());
        json.put("last_run", status.lastRun());
        json.put("summary", status.summary());
        return RouteResponse.json(json);
    }

    private Map<String, @Nullable Object> rules(RulesStatus rules) {
        return Json.object(
                "version", rules.version(),
                "since", rules.since(),
                "refused", rules.refused() == null ? null : faults.masked(rules.refused()),
                "restart", rules.restart());
    }

    private Map<String, @Nullable Object> task(TaskState task) {
        return Json.object(
                "name", task.task(),
                "last_success", task.lastSuccess(),
                "failing_since", task.failingSince(),
                "last_failure", task.lastFailure(),
                "error", task.error() == null ? null : faults.masked(task.error()));
    }

    /** Files by name only. */
    private List<Map<String, @Nullable Object>> customMarts(Status status) {
        return status.customMarts().stream()
                .map(mart -> Json.object(
                        "name", mart.name(),
                        "title", mart.title(),
                        "rows", mart.rows(),
                        "problem", mart.problem() == null ? null : faults.masked(mart.problem())))
                .toList();
    }

    private RouteResponse feeds(Request request) {
        return RouteResponse.json(
                context.feeds().all().stream().map(PlantRoutes::feed).toList());
    }

    private static Map<String, @Nullable Object> feed(Feed feed) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", feed.name());
        json.put("title", feed.title());
        json.put("zone", feed.zone() == null ? null : feed.zone().getId());
        json.put("master_log", feed.masterLog());
        json.put("columns", feed.columns());
        json.put(
                "derived",
                feed.derivedColumns().stream().map(derived -> derived.column()).toList());
        return json;
    }

    private RouteResponse rules(Request request) {
        return RouteResponse.json(context.plant().rules());
    }

    private RouteResponse settings(Request request) {
        Settings settings = context.plant().settings();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("plant", settings.plant());
        json.put("zone", settings.zone().getId());
        json.put("profile", settings.profile().label());
        json.put("database", DatabaseAddress.masked(settings.database()));
        json.put(
                "ingest",
                Json.object(
                        "readers", settings.readers(), "reject_threshold_percent", settings.rejectThresholdPercent()));
        json.put("duckdb", Json.object("memory_megabytes", settings.duckDbMemoryMegabytes()));
        settings.sections().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(section -> json.put(section.getKey(), SettingsView.of(section.getValue())));
        return RouteResponse.json(json);
    }
}
