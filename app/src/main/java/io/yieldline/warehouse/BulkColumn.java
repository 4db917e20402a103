package io.yieldline.warehouse;

import io.yieldline.feed.ColumnType;

/** A column for bulk loading. */
public record BulkColumn(String name, ColumnType type) {
    /** The column in a table definition. */
    public String definition() {
        return name + " " + type.sql();
    }
}
