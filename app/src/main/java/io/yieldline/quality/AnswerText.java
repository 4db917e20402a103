package io.yieldline.quality;

import io.yieldline.warehouse.Table;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A table as JSON that gives the same table again: the first character of a text tells its type. Read and written token by token,
 * because a mapper takes longer to start than to read all answers of a check.
 */
final class AnswerText {
    private static final JsonFactory JSON = new JsonFactory();

    private AnswerText() {}

    /** The text of a table; empty if it has a value that would not come back as it is. */
    static Optional<String> of(Table table) {
        boolean kept = table.rows().stream()
                .flatMap(List::stream)
                .allMatch(value ->
                        value == null || value instanceof Long || value instanceof Boolean || text(value) != null);
        return kept ? Optional.of(written(table)) : Optional.empty();
    }

    private static String written(Table table) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            json.writeStartArray();
            table.columns().forEach(json::writeString);
            json.writeEndArray();
            table.rows().forEach(row -> write(json, row));
            json.writeEndArray();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, List<@Nullable Object> row) {
        json.writeStartArray();
        for (Object value : row) {
            if (value == null) {
                json.writeNull();
            } else if (value instanceof Long number) {
                json.writeNumber(number);
            } else if (value instanceof Boolean bool) {
                json.writeBoolean(bool);
            } else {
                json.writeString(text(value));
            }
        }
        json.writeEndArray();
    }

    static Table table(String text) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            json.nextToken();
            List<String> columns = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                columns.add(json.getString());
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                rows.add(row(json));
            }
            return new Table(columns, rows);
        }
    }

    private static List<@Nullable Object> row(JsonParser json) {
        List<@Nullable Object> row = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            row.add(
                    switch (token) {
                        case VALUE_NULL -> null;
                        case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
                        case VALUE_NUMBER_INT -> json.getLongValue();
                        default -> value(json.getString());
                    });
        }
        return row;
    }

    /** Null if it would not come back as it is. */
    private static @Nullable String text(Object value) {
        if (value instanceof String text) {
            return "t" + text;
        }
        if (value instanceof LocalDate day) {
            return "d" + day;
        }
        if (value instanceof LocalDateTime time) {
            return time.getNano() == 0 ? "s" + time.toEpochSecond(ZoneOffset.UTC) : "m" + time;
        }
        return value instanceof BigDecimal number ? "n" + number : null;
    }

    private static Object value(String text) {
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'd' -> day(rest);
            case 's' -> LocalDateTime.ofEpochSecond(Long.parseLong(rest), 0, ZoneOffset.UTC);
            case 'm' -> LocalDateTime.parse(rest);
            case 'n' -> new BigDecimal(rest);
            default -> rest;
        };
    }

    /** There are many days and times, and a formatter takes longer for each than the database to count its records. */
    private static LocalDate day(String text) {
        return text.length() == 10
                ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                : LocalDate.parse(text);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
