package io.yieldline.quality;

import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a probe.
 *
 * @param failing number of failing items
 * @param total number of checked items; null if not countable
 * @param findings findings; may be empty if some failing items are allowed
 * @param details the underlying numbers, or the failing rows
 */
public record Observation(long failing, @Nullable Long total, List<Finding> findings, Table details) {
    /** No data. */
    static Observation nothing() {
        return new Observation(0, 0L, List.of(), new Table(List.of(), List.of()));
    }
}
