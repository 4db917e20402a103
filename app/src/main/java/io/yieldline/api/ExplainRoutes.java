package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.explain.Explain;
import io.yieldline.explain.Explanation;
import io.yieldline.ingest.ExportName;
import io.yieldline.mart.Mart;
import io.yieldline.operation.Context;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records behind a number: for each mart the records of a cell, and the records left out. */
final class ExplainRoutes {
    private static final List<Parameter> RANGE = List.of(
            Parameter.day("from", "the first day of a sum over several days"),
            Parameter.day("to", "the last day of the sum"));

    private final Context context;

    ExplainRoutes(Context context) {
        this.context = context;
    }

    List<Route> routes() {
        return context.marts().all().stream().map(this::route).toList();
    }

    private Route route(Mart mart) {
        List<Parameter> parameters = new ArrayList<>();
        mart.key()
                .forEach(key -> parameters.add(Parameter.text(
                        key, mart.column(key).meaning() + "; omit for all, leave empty for blank values")));
        parameters.addAll(RANGE);
        parameters.add(Request.AS_OF);
        parameters.addAll(Paging.PARAMETERS);
        parameters.add(Paging.FORMAT);
        return Route.get(
                        "/explain/" + mart.name(),
                        Role.VIEWER,
                        "List the records behind a number of " + mart.name() + ", and the records left out.",
                        request -> answer(mart, request))
                .with(parameters)
                .giving(RouteResponse.JSON, "text/csv")
                .awaitChange();
    }

    private RouteResponse answer(Mart mart, Request request) {
        Map<String, String> keys = new LinkedHashMap<>();
        mart.key().forEach(key -> request.values().text(key).ifPresent(value -> keys.put(key, value)));
        RANGE.forEach(
                day -> request.values().day(day.name()).ifPresent(value -> keys.put(day.name(), value.toString())));
        return request.evening(context)
                .map(evening -> FileTurns.take(() -> shown(
                        evening.explain(mart.name(), context.marts(), moment -> moment.explain(mart.name(), keys)),
                        request)))
                .orElseGet(() ->
                        shown(new Explain(context.warehouse(), context.marts()).explain(mart.name(), keys), request));
    }

    private RouteResponse shown(Explanation explanation, Request request) {
        Paging page = Paging.of(request);
        return request.wantsCsv()
                ? RouteResponse.csv(named(page.of(explanation.rows())), "why-" + explanation.mart())
                : RouteResponse.json(json(explanation, page));
    }

    /** Pages of the long lists, and all of the rest. */
    private Map<String, @Nullable Object> json(Explanation explanation, Paging page) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("mart", explanation.mart());
        json.put("title", explanation.title());
        json.put("grain", explanation.grain());
        json.put("zone", context.plant().settings().zone().getId());
        json.put("cell", explanation.cell());
        json.put("scope", explanation.scope());
        json.put("counts", explanation.counts());
        json.put("ratios", explanation.ratios());
        json.put("adds_up", explanation.addsUp());
        json.put("notes", explanation.notes());
        json.put("total", explanation.records().rows().size());
        json.put("limit", page.limit());
        json.put("offset", page.offset());
        json.put("rows", named(page.of(explanation.records())));
        json.put("left_out_total", explanation.leftOut().rows().size());
        json.put("left_out_reasons", reasons(explanation.leftOut()));
        json.put("left_out", named(page.of(explanation.leftOut())));
        return json;
    }

    /** Number of rows left out by reason; duplicates and replaced versions each count as one. */
    private static Map<String, Long> reasons(Table leftOut) {
        Map<String, Long> reasons = new TreeMap<>();
        leftOut.rows()
                .forEach(row -> reasons.merge(
                        String.valueOf(row.get(0)).replaceFirst(" (of|by) export .*", ""), 1L, Long::sum));
        return reasons;
    }

    /** File names without directories. */
    private static Table named(Table table) {
        int file = table.columns().indexOf("file");
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> shown = new ArrayList<>(row);
            if (shown.get(file) instanceof String path) {
                shown.set(file, ExportName.fileName(path));
            }
            rows.add(shown);
        }
        return new Table(table.columns(), rows);
    }
}
