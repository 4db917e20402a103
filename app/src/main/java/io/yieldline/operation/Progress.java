package io.yieldline.operation;

import io.yieldline.ingest.IngestProgress;
import io.yieldline.mart.MartRefresh;

/** Told how an operation gets on. */
public interface Progress extends IngestProgress, MartRefresh.Progress {
    /** A part of the operation begins, such as a step of the daily sequence. */
    void begins(String part);
}
