package io.yieldline.ingest;

/** Shows nothing of a load. */
public class SilentProgress implements IngestProgress {
    @Override
    public void planned(int exports, long bytes) {}

    @Override
    public void done(ExportReport report, long bytes) {}

    @Override
    public void note(String message) {}
}
