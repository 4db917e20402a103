package io.yieldline.source;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one export's first sheet, once, from the first to the last. */
public interface RowReader extends AutoCloseable {
    /** What the file is by its content. */
    Format format();

    /** When the document says that it was made, in the zone it was written in, if it says so. */
    Optional<LocalDateTime> createdAt();

    /**
     * The next row that has a cell with text, or null at the end. Rows come in file order. A file is known to be whole
     * only after the null: a wrong checksum or a missing end shows last.
     */
    @Nullable
    Row next() throws SourceException;

    @Override
    void close();
}
