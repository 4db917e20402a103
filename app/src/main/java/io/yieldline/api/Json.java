package io.yieldline.api;

import io.yieldline.operation.TableJson;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Conversion to and from JSON: names with underscores, ISO 8601 dates and times, one object per table row. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .addModule(new SimpleModule().addSerializer(new TableJson()).addSerializer(new RatioJson()))
            .build();

    private Json() {}

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** An object with fields in this order: names and values alternate. */
    static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return object;
    }

    /** The same, preceded by the time zone of the plant. */
    static Map<String, @Nullable Object> inZone(Plant plant, @Nullable Object... pairs) {
        Map<String, @Nullable Object> object =
                object("zone", plant.settings().zone().getId());
        object.putAll(object(pairs));
        return object;
    }

    /** A page of rows, after other fields. */
    static Map<String, @Nullable Object> page(
            Plant plant, Paging page, long total, Table rows, @Nullable Object... before) {
        Map<String, @Nullable Object> object = inZone(plant, before);
        object.putAll(object("total", total, "limit", page.limit(), "offset", page.offset(), "rows", rows));
        return object;
    }

    /** All rows of a list. */
    static Map<String, @Nullable Object> rows(Plant plant, List<?> rows) {
        return inZone(plant, "total", rows.size(), "rows", rows);
    }

    /** All rows of a table. */
    static Map<String, @Nullable Object> rows(Plant plant, Table rows) {
        return inZone(plant, "total", rows.rows().size(), "rows", rows);
    }

    /** Parses a request body. */
    static JsonNode read(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new Problem(400, "the body is not valid JSON");
        }
    }
}
