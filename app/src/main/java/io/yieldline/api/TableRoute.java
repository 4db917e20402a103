package io.yieldline.api;

import io.yieldline.Ratio;
import io.yieldline.mart.MartRatio;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
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

/** The rows of a mart or view, or their sums: filtered, a page at a time, with every ratio beside its counts. */
final class TableRoute {
    private static final List<String> DAYS = List.of("day", "date", "date_id", "end_date", "pack_date", "test_date");
    private static final List<String> WEEKS = List.of("week", "week_id");

    private final String name;
    private final String title;
    private final List<String> columns;
    private final Map<String, String> filters;
    private final List<String> keys;
    private final List<MartRatio> ratios;
    private final Context context;

    /**
     * For one table.
     *
     * @param filters the columns that can be filtered by, and what they mean
     * @param keys the columns that tell rows apart, when all others are counts that can be added up; else empty
     */
    TableRoute(
            String name,
            String title,
            List<String> columns,
            Map<String, String> filters,
            List<String> keys,
            List<MartRatio> ratios,
            Context context) {
        this.name = name;
        this.title = title;
        this.columns = columns;
        this.filters = filters;
        this.keys = keys;
        this.ratios = ratios;
        this.context = context;
    }

    Route route(String path) {
        return Route.get(path + "/" + name, Role.VIEWER, title + ".", this::answer)
                .with(parameters())
                .giving(RouteResponse.JSON, "text/csv")
                .untilSomethingChanges();
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (period().isPresent()) {
            parameters.add(Parameter.day("from", "the first plant day"));
            parameters.add(Parameter.day("to", "the last plant day"));
            parameters.add(Parameter.week("week", "an ISO week, instead of from and to"));
        }
        filters.forEach((column, meaning) -> {
            if (period().filter(column::equals).isEmpty()) {
                parameters.add(Parameter.text(column, meaning).severalTimes());
            }
        });
        if (!keys.isEmpty()) {
            parameters.add(Parameter.word("by", "the keys to keep: rows are added up over the others", keys)
                    .severalTimes());
        }
        parameters.addAll(Paging.PARAMETERS);
        parameters.add(Paging.FORMAT);
        return parameters;
    }

    private RouteResponse answer(Request request) {
        Paging page = Paging.of(request);
        Filter filter = filter(request.values());
        Relation relation = relation(filter, request.values().texts("by"));
        return context.warehouse()
                .read(session -> request.wantsCsv()
                        ? csv(session, relation, filter, page, request.values())
                        : json(session, relation, filter, page, request.values()));
    }

    private Relation relation(Filter filter, List<String> by) {
        List<String> kept = keys.stream().filter(by::contains).toList();
        List<String> counts =
                columns.stream().filter(column -> !keys.contains(column)).toList();
        return kept.isEmpty()
                ? Relation.rows(name, filter, columns, period())
                : Relation.sums(name, filter, kept, counts, period());
    }

    private Filter filter(Values values) {
        Filter filter = new Filter();
        period().ifPresent(column -> filter.days(column, WEEKS.contains(column), values));
        filters.keySet().stream()
                .filter(column -> period().filter(column::equals).isEmpty())
                .forEach(column -> filter.oneOf(Relation.quoted(column), values.texts(column)));
        return filter;
    }

    /** What rows say of themselves when there are no others. */
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

    private static Extent extent(Session session, Relation relation, Filter filter) {
        return session.first(
                        relation.extent(),
                        row -> new Extent(row.getLong(1), row.getString(2), row.getString(3)),
                        filter.parameters())
                .orElseThrow();
    }

    private RouteResponse json(Session session, Relation relation, Filter filter, Paging page, Values values) {
        Table rows = session.table(relation.select(page), filter.parameters());
        Extent extent = page.isWhole(rows) ? extent(rows, relation) : extent(session, relation, filter);
        return RouteResponse.json(Json.page(
                context.plant(),
                page,
                extent.rows,
                withRatios(rows),
                "table",
                name,
                "title",
                title,
                "range",
                extent.range(values)));
    }

    /** Each ratio as one value beside the counts. */
    private Table withRatios(Table table) {
        if (ratios.isEmpty()) {
            return table;
        }
        List<String> names = new ArrayList<>(table.columns());
        ratios.forEach(ratio -> names.add(ratio.name()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> values = new ArrayList<>(row);
            ratios.forEach(ratio -> values.add(ratio.of(count -> number(table.columns(), row, count))));
            rows.add(values);
        }
        return new Table(names, rows);
    }

    private RouteResponse csv(Session session, Relation relation, Filter filter, Paging page, Values values) {
        Extent extent = extent(session, relation, filter);
        Map<String, @Nullable Object> range = extent.range(values);
        return RouteResponse.csv(
                        name,
                        out -> CsvTable.write(
                                withCountsOfRatios(relation.columns()),
                                taker -> session.each(
                                        relation.select(page),
                                        row -> taker.accept(withCountsOfRatios(relation.columns(), row)),
                                        filter.parameters()),
                                out))
                .with("Yieldline-Total", Long.toString(extent.rows))
                .with("Yieldline-Zone", context.plant().settings().zone().getId())
                .with("Yieldline-Range", range.get("from") + " to " + range.get("to"));
    }

    /** Each ratio as three columns, as a file has no other way. */
    private List<String> withCountsOfRatios(List<String> own) {
        List<String> names = new ArrayList<>(own);
        ratios.forEach(ratio ->
                names.addAll(List.of(ratio.name() + "_numerator", ratio.name() + "_denominator", ratio.name())));
        return names;
    }

    private List<@Nullable Object> withCountsOfRatios(List<String> own, List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(row);
        for (MartRatio ratio : ratios) {
            Ratio value = ratio.of(count -> number(own, row, count));
            values.add(value.numerator());
            values.add(value.denominator());
            values.add(value.known() ? value.value() : null);
        }
        return values;
    }

    private static long number(List<String> columns, List<@Nullable Object> row, String column) {
        return row.get(columns.indexOf(column)) instanceof Number number ? number.longValue() : 0;
    }

    private Optional<String> period() {
        return Stream.concat(DAYS.stream(), WEEKS.stream())
                .filter(columns::contains)
                .findFirst();
    }

    /** How many rows there are and from when to when; null for none. */
    private record Extent(
            long rows, @Nullable String first, @Nullable String last) {
        Map<String, @Nullable Object> range(Values values) {
            Map<String, @Nullable Object> range = new LinkedHashMap<>();
            range.put("from", values.day("from").<Object>map(day -> day).orElse(first));
            range.put("to", values.day("to").<Object>map(day -> day).orElse(last));
            range.put("first_row", first);
            range.put("last_row", last);
            return range;
        }
    }
}
