package io.yieldline.operation;

import io.yieldline.feed.Feeds;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What an operation works with.
 *
 * @param caller who asks
 * @param running whether a run is at work in this process
 * @param runId the run in the run log; null for a question, which is not kept
 */
public record Context(
        Plant plant,
        Feeds feeds,
        Warehouse warehouse,
        InstantSource clock,
        Progress progress,
        Caller caller,
        LongPredicate running,
        @Nullable Long runId) {

    /** Where the traces of our own mistakes go. */
    public ErrorLog errors() {
        return ErrorLog.of(plant.home(), clock);
    }

    /** Today, in plant time. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.settings().zone());
    }
}
