package io.yieldline.api;

import io.yieldline.api.auth.Role;
import io.yieldline.mart.MartRatio;
import io.yieldline.mart.Relation;
import io.yieldline.mart.Relation.Extent;
import io.yieldline.mart.RowFilter;
import io.yieldline.mart.ShownTable;
import io.yieldline.operation.Context;
import io.yieldline.operation.ask.EveningTables;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of a mart or view, or their sums: filtered, paged, with every ratio next to its counts. */
final class TableRoute {
    private final ShownTable table;
    private final String title;
    private final Map<String, String> filters;
    private final List<String> keys;
    private final List<MartRatio> ratios;
    private final Context context;
    private final TableDownload download;

    /**
     * For one table.
     *
     * @param filters filter columns and their descriptions
     * @param keys the key columns, if all others are counts that can be summed; else empty
     */
    TableRoute(
            ShownTable table,
            String title,
            Map<String, String> filters,
            List<String> keys,
            List<MartRatio> ratios,
            Context context) {
        this.table = table;
        this.title = title;
        this.filters = filters;
        this.keys = keys;
        this.ratios = ratios;
        this.context = context;
        this.download = new TableDownload(context, table, ratios);
    }

    Route route(String path) {
        return Route.get(path + "/" + table.name(), Role.VIEWER, title + ".", this::answer)
                .with(parameters())
                .giving(RouteResponse.JSON, RowFormat.CSV.mediaType(), RowFormat.PARQUET.mediaType())
                .awaitChange();
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (table.period().isPresent()) {
            parameters.add(Parameter.day("from", "the first plant day"));
            parameters.add(Parameter.day("to", "the last plant day"));
            parameters.add(Parameter.week("week", "an ISO week, instead of from and to"));
        }
        filters.forEach((column, meaning) -> {
            if (!isPeriod(column)) {
                parameters.add(Parameter.text(column, meaning).severalTimes());
            }
        });
        if (!keys.isEmpty()) {
            parameters.add(Parameter.word("by", "the keys to group by: rows are summed over the others", keys)
                    .severalTimes());
        }
        parameters.add(Request.AS_OF);
        parameters.addAll(Paging.OF_FILES);
        return parameters;
    }

    private RouteResponse answer(Request request) {
        Relation relation = relation(request.values());
        if (request.wantsFile()) {
            return download.answer(request, relation);
        }
        Paging page = Paging.of(request);
        return request.evening(context)
                .map(evening -> FileTurns.take(() -> evening.read(
                        table.name(),
                        session -> RouteResponse.json(asOf(evening, json(session, relation, page, request.values()))))))
                .orElseGet(() -> context.warehouse()
                        .read(session -> RouteResponse.json(json(session, relation, page, request.values()))));
    }

    private static Map<String, @Nullable Object> asOf(EveningTables evening, Map<String, @Nullable Object> page) {
        page.put("snapshot", evening.snapshot().name());
        return page;
    }

    private Relation relation(Values values) {
        RowFilter filter = filter(values);
        List<String> kept = keys.stream().filter(values.texts("by")::contains).toList();
        return kept.isEmpty() ? table.rows(filter) : table.sums(filter, keys, kept);
    }

    private RowFilter filter(Values values) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        filters.keySet().stream()
                .filter(column -> !isPeriod(column))
                .forEach(column -> texts.put(column, values.texts(column)));
        return table.filter(values.range(), texts);
    }

    private boolean isPeriod(String column) {
        return table.period().filter(period -> period.name().equals(column)).isPresent();
    }

    /** The range of an empty result. */
    private static Extent extent(Table all, Relation relation) {
        return new Extent(
                all.rows().size(),
                texts(all, relation.first()).min(Comparator.naturalOrder()).orElse(null),
                texts(all, relation.last()).max(Comparator.naturalOrder()).orElse(null));
    }

    private static Stream<String> texts(Table all, Optional<String> column) {
        return column.map(all.columns()::indexOf).stream()
                .flatMap(place -> all.rows().stream().map(row -> row.get(place)))
                .filter(Objects::nonNull)
                .map(Object::toString);
    }

    private Map<String, @Nullable Object> json(Session session, Relation relation, Paging page, Values values) {
        Table rows = relation.table(session, page.sql());
        Extent extent = page.isWhole(rows) ? extent(rows, relation) : relation.extent(session);
        return Json.page(
                context.plant(),
                page,
                extent.rows(),
                withRatios(rows),
                "table",
                table.name(),
                "title",
                title,
                "range",
                range(values, extent));
    }

    /** Each ratio as one object, next to the counts. */
    private Table withRatios(Table rows) {
        if (ratios.isEmpty()) {
            return rows;
        }
        List<String> names = new ArrayList<>(rows.columns());
        ratios.forEach(ratio -> names.add(ratio.name()));
        List<List<@Nullable Object>> all = new ArrayList<>();
        for (List<@Nullable Object> row : rows.rows()) {
            List<@Nullable Object> values = new ArrayList<>(row);
            ratios.forEach(ratio -> values.add(ratio.of(new Table.Row(rows.columns(), row)::number)));
            all.add(values);
        }
        return new Table(names, all);
    }

    /** The same as text, for a header. */
    static String range(Extent extent, Values values) {
        Map<String, @Nullable Object> range = range(values, extent);
        return range.get("from") + " to " + range.get("to");
    }

    /** The days that were asked for, or else those that there are; and the first and last of the rows. */
    private static Map<String, @Nullable Object> range(Values values, Extent extent) {
        Map<String, @Nullable Object> range = new LinkedHashMap<>();
        range.put("from", values.day("from").<Object>map(day -> day).orElse(extent.first()));
        range.put("to", values.day("to").<Object>map(day -> day).orElse(extent.last()));
        range.put("first_row", extent.first());
        range.put("last_row", extent.last());
        return range;
    }
}
