package io.yieldline.feed;

/** The result of parsing a row: a record or a rejection. */
public sealed interface Parsed permits Record, Rejection {
    /** The row number in the export. */
    int rowNumber();
}
