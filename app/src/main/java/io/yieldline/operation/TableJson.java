package io.yieldline.operation;

import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A table as JSON: one object per row, with the column names. */
public final class TableJson extends StdSerializer<Table> {
    /** For any table. */
    public TableJson() {
        super(Table.class);
    }

    @Override
    public void serialize(Table table, JsonGenerator json, SerializationContext context) {
        SerializableString[] names =
                table.columns().stream().map(SerializedString::new).toArray(SerializableString[]::new);
        json.writeStartArray();
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writeName(names[i]);
                write(row.get(i), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Common types are written directly, because looking up a serializer takes longer than writing. */
    private static void write(@Nullable Object value, JsonGenerator json) {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof LocalDate day) {
            json.writeString(day.toString());
        } else {
            json.writePOJO(value);
        }
    }
}
