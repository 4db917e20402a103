package io.yieldline.operation;

import io.yieldline.ingest.IngestProgress;
import io.yieldline.mart.MartRefresh;

/** Receives the progress of an operation. */
public interface Progress extends IngestProgress, MartRefresh.Progress {
    /** A part of the operation starts, such as a step of the daily sequence. */
    void begins(String part);

    /** A part of the operation has ended, with this result in one line. */
    default void finishes(String part, String result) {}
}
