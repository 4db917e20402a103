package io.yieldline.explain;

import io.yieldline.warehouse.Table;
import java.util.List;

/**
 * The result of a debug tool.
 *
 * @param summary in one line
 * @param right false if there are unexpected differences
 * @param parts tables with titles; the first is the main result
 */
public record DebugResult(String summary, boolean right, List<Part> parts) {
    /** A table with its title. */
    public record Part(String title, Table table) {}
}
