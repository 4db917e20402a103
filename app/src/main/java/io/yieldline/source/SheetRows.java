package io.yieldline.source;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an {@code .xlsx} file, streamed. */
interface SheetRows extends AutoCloseable {
    /** The next row with a cell, or null at the end. */
    @Nullable
    Row next() throws SourceException;

    @Override
    void close();
}
