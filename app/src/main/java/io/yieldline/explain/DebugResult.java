package io.yieldline.explain;

import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * What came of looking into the data.
 *
 * @param summary in one line
 * @param right false when something was found that should not be
 * @param parts tables, each with its title; the first is what was asked for
 */
public record DebugResult(String summary, boolean right, List<Part> parts) {
    /** A table with its title. */
    public record Part(String title, Table table) {}
}
