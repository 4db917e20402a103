package io.yieldline.api;

import io.yieldline.ingest.ExportReport;
import io.yieldline.operation.Progress;

/** Nobody follows. */
record Quiet() implements Progress {
    @Override
    public void begins(String part) {}

    @Override
    public void begins(String mart, int number, int count) {}

    @Override
    public void planned(int exports, long bytes) {}

    @Override
    public void done(ExportReport report, long bytes) {}

    @Override
    public void note(String message) {}
}
