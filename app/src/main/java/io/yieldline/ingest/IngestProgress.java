package io.yieldline.ingest;

/** Told how an ingest gets on. */
public interface IngestProgress {
    /** Before the first export: how many there are and how large they are together. */
    void planned(int exports, long bytes);

    /** After each export. */
    void done(ExportReport report, long bytes);

    /** Something that the user should know beside the exports. */
    void note(String message);
}
