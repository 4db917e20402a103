package io.yieldline.api;

import io.yieldline.warehouse.Table;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A list of rows as CSV: the rows of the JSON that a route gives anyway, a column for every name that any of them has. For short
 * lists; what may exceed the memory is streamed by its own route.
 */
record CsvOfRows(Route.Handler json, String name) implements Route.Handler {
    @Override
    public RouteResponse answer(Request request) throws IOException {
        RouteResponse answer = json.answer(request);
        return request.wantsCsv() ? RouteResponse.csv(table(Json.read(answer.body())), name) : answer;
    }

    private static Table table(JsonNode answer) {
        List<JsonNode> rows = nodes(answer.isArray() ? answer : answer.path("rows"));
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.propertyNames()));
        return new Table(
                List.copyOf(columns),
                rows.stream().map(row -> values(row, columns)).toList());
    }

    private static List<@Nullable Object> values(JsonNode row, Set<String> columns) {
        return columns.stream().map(column -> value(row.path(column))).toList();
    }

    private static @Nullable Object value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isNumber()) {
            return value.decimalValue();
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    private static List<JsonNode> nodes(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
