package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.health.MetricHistory;
import io.yieldline.operation.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The metrics of the plant by day or week. */
final class MetricRoutes {
    private static final long USUAL_DAYS = 28;
    private static final long MOST_DAYS = 400;

    private final Context context;

    MetricRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/metrics", Role.VIEWER, "Show the metrics of the plant by day or week.", this::metrics)
                        .with(
                                Parameter.number("last", "the number of days up to today (default: 28)", 1, MOST_DAYS),
                                Parameter.word("by", "day (default) or week", List.of("day", "week"))));
    }

    private RouteResponse metrics(Request request) {
        MetricHistory history = MetricHistory.of(
                context.parts(),
                request.values().number("last").orElse(USUAL_DAYS),
                request.values().text("by").orElse("day").equals("week"));
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        history.metrics()
                .forEach(metric -> details.put(
                        metric.name(), Json.object("definition", metric.definition(), "rows", metric.values())));
        return RouteResponse.json(Json.inZone(
                context.plant(),
                "by",
                history.by(),
                "from",
                history.from(),
                "to",
                history.to(),
                "summary",
                history.summary(),
                "metrics",
                details,
                "trends",
                history.trends(),
                "disk",
                history.disk(),
                "disk_words",
                history.disk().words()));
    }
}
