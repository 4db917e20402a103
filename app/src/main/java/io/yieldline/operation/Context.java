package io.yieldline.operation;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Marts;
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
        Marts marts,
        Warehouse warehouse,
        InstantSource clock,
        Progress progress,
        Caller caller,
        LongPredicate running,
        @Nullable Long runId) {

    /** The plant's feeds. */
    public Feeds feeds() {
        return marts.feeds();
    }

    /** What brings the plant's marts up to date. */
    public MartRefresh refresh() {
        return new MartRefresh(warehouse, marts, plant.rules(), clock);
    }

    /** Where the traces of our own mistakes go. */
    public ErrorLog errors() {
        return ErrorLog.of(plant.home(), clock);
    }

    /** Today, in plant time. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), plant.settings().zone());
    }
}
