package io.yieldline.quality;

import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A table as JSON that gives the same table again: the first character of a text tells its type. */
final class AnswerText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<List<@Nullable Object>>> ROWS = new TypeReference<>() {};

    private AnswerText() {}

    /** The text of a table; empty if it has a value that would not come back as it is. */
    static Optional<String> of(Table table) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        lines.add(new ArrayList<>(table.columns()));
        for (List<@Nullable Object> row : table.rows()) {
            List<@Nullable Object> cells = new ArrayList<>(row.size());
            for (Object value : row) {
                Object cell = value == null ? null : cell(value);
                if (value != null && cell == null) {
                    return Optional.empty();
                }
                cells.add(cell);
            }
            lines.add(cells);
        }
        return Optional.of(JSON.writeValueAsString(lines));
    }

    static Table table(String text) {
        List<List<@Nullable Object>> lines = JSON.readValue(text, ROWS);
        return new Table(
                lines.get(0).stream().map(String::valueOf).toList(),
                lines.stream().skip(1).map(AnswerText::values).toList());
    }

    private static List<@Nullable Object> values(List<@Nullable Object> cells) {
        List<@Nullable Object> values = new ArrayList<>(cells.size());
        cells.forEach(cell -> values.add(value(cell)));
        return values;
    }

    private static @Nullable Object cell(Object value) {
        if (value instanceof Long || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String text) {
            return "t" + text;
        }
        if (value instanceof LocalDate day) {
            return "d" + day;
        }
        if (value instanceof LocalDateTime time) {
            return "m" + time;
        }
        return value instanceof BigDecimal number ? "n" + number : null;
    }

    private static @Nullable Object value(@Nullable Object cell) {
        if (cell instanceof Integer number) {
            return number.longValue();
        }
        if (!(cell instanceof String text)) {
            return cell;
        }
        String rest = text.substring(1);
        return switch (text.charAt(0)) {
            case 'd' -> LocalDate.parse(rest);
            case 'm' -> LocalDateTime.parse(rest);
            case 'n' -> new BigDecimal(rest);
            default -> rest;
        };
    }
}
