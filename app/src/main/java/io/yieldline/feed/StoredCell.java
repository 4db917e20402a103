package io.yieldline.feed;

import io.yieldline.feed.Rejection.Reason;
import io.yieldline.source.Row.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a cell says in a column of the master log.
 *
 * @param raw the text that the reader gives; null if it is blank
 * @param kind the kind of the cell in the file
 * @param text the cleaned text; null if it is blank, or a word for it
 * @param value the typed value; null if there is none
 * @param wrong why the text is no value; null if it is one, or blank
 */
record StoredCell(
        @Nullable String raw,
        Kind kind,
        @Nullable String text,
        @Nullable Object value,
        @Nullable Reason wrong) {
    /** Of a column that the export does not have. */
    static final StoredCell BLANK = new StoredCell(null, Kind.BLANK, null, null, null);
}
