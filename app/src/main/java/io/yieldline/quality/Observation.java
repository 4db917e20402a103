package io.yieldline.quality;

import io.yieldline.warehouse.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a probe saw.
 *
 * @param failing how many are not as they should be
 * @param total out of how many; null where that cannot be counted
 * @param findings what to tell people; there may be none where some failing ones are allowed
 * @param details the numbers that it looked at, or the failing rows
 */
public record Observation(long failing, @Nullable Long total, List<Finding> findings, Table details) {
    /** Nothing to look at. */
    static Observation nothing() {
        return new Observation(0, 0L, List.of(), new Table(List.of(), List.of()));
    }
}
