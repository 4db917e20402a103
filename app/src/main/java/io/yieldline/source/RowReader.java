package io.yieldline.source;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the first sheet of an export, once, in order. */
public interface RowReader extends AutoCloseable {
    /** The format by content. */
    Format format();

    /** The creation time in the document, in its own time zone, if present. */
    Optional<LocalDateTime> createdAt();

    /**
     * The next row with text, or null at the end. Rows are in file order. Only the final null proves that the file is complete,
     * because a wrong checksum or a missing end shows last.
     */
    @Nullable
    Row next() throws SourceException;

    @Override
    void close();
}
