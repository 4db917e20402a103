package io.yieldline.ingest;

/** Receives the progress of an ingest. */
public interface IngestProgress {
    /** Called before the first export, with the number and total size of the exports. */
    void planned(int exports, long bytes);

    /** Called after each export. */
    void done(ExportReport report, long bytes);

    /** Reports a note to the user. */
    void note(String message);
}
