package io.yieldline.source;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an {@code .xlsx} file, as they stream by. */
interface SheetRows extends AutoCloseable {
    /** The next row that has a cell, or null at the end. */
    @Nullable
    Row next() throws SourceException;

    @Override
    void close();
}
