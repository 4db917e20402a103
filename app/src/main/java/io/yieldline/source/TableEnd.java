package io.yieldline.source;

/** Reads the rest of a table, which proves that it is complete. */
final class TableEnd {
    private TableEnd() {}

    static void reach(RowReader reader) throws SourceException {
        while (reader.next() != null) {
            // The rows are not wanted.
        }
    }
}
