package io.yieldline.feed;

/** What became of a row: a record, or the reason why not. */
public sealed interface Parsed permits Record, Rejection {
    /** The row in the export. */
    int rowNumber();
}
