package io.yieldline.ingest;

/** Receives the progress of an ingest. */
public interface IngestProgress {
    /** Called before the first export, with the number and total size of the exports. */
    void planned(int exports, long bytes);

    /** Called after each export. */
    void done(ExportReport report, long bytes);

    /** Called between the batches of an export, and while waiting for one; may throw to stop the load, which is rolled back. */
    default void step() {}

    /** Reports a note to the user. */
    void note(String message);
}
