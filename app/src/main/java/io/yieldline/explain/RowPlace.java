package io.yieldline.explain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row was read.
 *
 * @param export the number of the export
 * @param file the name of its file; null where it was given without one
 * @param row the number of the row in it
 */
record RowPlace(long export, @Nullable String file, long row) {
    /** The columns of a list that show it. */
    static final List<String> COLUMNS = List.of("export", "file", "row");

    /** What it has in these columns. */
    List<@Nullable Object> values() {
        return Arrays.asList(export, file, row);
    }

    @Override
    public String toString() {
        return "export " + export + ", row " + row;
    }
}
