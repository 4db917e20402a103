package io.yieldline.source;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the first sheet of an export, once, in order. */
public interface RowReader extends AutoCloseable {
    /** The format by content. */
    Format format();

    /** When the document was last written, in UTC, by its own properties: the modified time, else the created time; if present. */
    Optional<LocalDateTime> writtenAt();

    /**
     * The next row with text, or null at the end. Rows are in file order. Only the final null proves that the file is complete,
     * because a wrong checksum or a missing end shows last.
     */
    @Nullable
    Row next() throws SourceException;

    @Override
    void close();
}
