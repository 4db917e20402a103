package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.feed.ColumnType;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartColumn;
import io.yieldline.mart.ShownTable;
import io.yieldline.mart.View;
import io.yieldline.mart.Views;
import io.yieldline.operation.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Marts and views: catalogue and rows. Each has its own route, so that its filters are documented and validated. */
final class MartRoutes {
    /** The columns of views that can be filtered. */
    private static final List<String> VIEW_FILTERS = List.of(
            "model",
            "station",
            "workstation_name",
            "part_number",
            "pn",
            "fixture",
            "fixture_no",
            "flow",
            "service_flow",
            "error_code",
            "sort_code",
            "mart",
            "feed",
            "grain",
            "kind");

    private final Context context;

    MartRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        Stream<Route> lists = Stream.of(
                Route.get(
                        "/marts",
                        Role.VIEWER,
                        "List the marts with their columns.",
                        request -> RouteResponse.json(marts())),
                Route.get(
                        "/views",
                        Role.VIEWER,
                        "List the views over the marts.",
                        request -> RouteResponse.json(views())));
        Stream<Route> marts =
                context.marts().all().stream().map(mart -> table(mart).route("/marts"));
        Stream<Route> views = Views.all().stream().map(view -> table(view).route("/views"));
        return Stream.of(lists, marts, views).flatMap(routes -> routes).toList();
    }

    private TableRoute table(Mart mart) {
        Map<String, String> filters = mart.columns().stream()
                .filter(column -> mart.key().contains(column.name()))
                .filter(column -> column.type() != ColumnType.DATE)
                .collect(Collectors.toMap(
                        MartColumn::name, MartColumn::meaning, (first, second) -> first, LinkedHashMap::new));
        return new TableRoute(ShownTable.of(mart), mart.title(), filters, mart.key(), mart.ratios(), context);
    }

    private TableRoute table(View view) {
        ShownTable table = context.warehouse().read(session -> ShownTable.of(view, session));
        Map<String, String> filters = new LinkedHashMap<>();
        VIEW_FILTERS.stream()
                .filter(table.columns()::contains)
                .forEach(column -> filters.put(column, "only this " + column));
        return new TableRoute(table, "View " + view.name(), filters, List.of(), List.of(), context);
    }

    private List<Map<String, @Nullable Object>> marts() {
        return context.marts().all().stream()
                .map(mart -> Json.object(
                        "name", mart.name(),
                        "title", mart.title(),
                        "grain", mart.grain(),
                        "key", mart.key(),
                        "columns", mart.columns(),
                        "ratios", mart.ratios(),
                        "step", mart.step().label(),
                        "period", mart.partition().period(),
                        "custom", context.marts().own().contains(mart),
                        "path", Routes.ROOT + "/marts/" + mart.name()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> views() {
        return Views.names().stream()
                .map(view -> Json.object("name", view, "path", Routes.ROOT + "/views/" + view))
                .toList();
    }
}
