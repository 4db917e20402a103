package io.yieldline.mart;

import io.yieldline.feed.ColumnType;

/**
 * A column of a mart.
 *
 * @param meaning description
 */
public record MartColumn(String name, ColumnType type, String meaning) {
    String definition() {
        return name + " " + type.sql();
    }
}
