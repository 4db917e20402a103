package io.yieldline.source;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables of an export once, in order: the sheets of a workbook, the tables of a web page, or the only table of a text. It
 * begins at the first one.
 */
public interface RowReader extends AutoCloseable {
    /** The format by content. */
    Format format();

    /** When the document was last written, in UTC, by its own properties: the modified time, else the created time; if present. */
    Optional<LocalDateTime> writtenAt();

    /** What the current table is called in messages, such as {@code sheet "Export"}. */
    String table();

    /** The next row of the current table with text, or null at its end. Rows are in the order of their numbers. */
    @Nullable
    Row next() throws SourceException;

    /**
     * Moves to the next table; false after the last one. Only that proves that the file is complete, because a wrong checksum or a
     * missing end shows last.
     */
    boolean nextTable() throws SourceException;

    @Override
    void close();
}
