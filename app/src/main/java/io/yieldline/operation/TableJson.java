package io.yieldline.operation;

import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A table as JSON: one object a row, with the names of the columns. */
public final class TableJson extends StdSerializer<Table> {
    /** For any table. */
    public TableJson() {
        super(Table.class);
    }

    @Override
    public void serialize(Table table, JsonGenerator json, SerializationContext context) {
        json.writeStartArray();
        for (List<@Nullable Object> row : table.rows()) {
            json.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                json.writePOJOProperty(table.columns().get(i), row.get(i));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
