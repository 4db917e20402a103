package io.yieldline.operation;

import io.yieldline.ingest.ExportReport;

/** No progress output; the run log has the result. */
public record NoProgress() implements Progress {
    @Override
    public void planned(int exports, long bytes) {}

    @Override
    public void done(ExportReport report, long bytes) {}

    @Override
    public void note(String message) {}

    @Override
    public void begins(String part) {}

    @Override
    public void begins(String mart, int number, int count) {}
}
