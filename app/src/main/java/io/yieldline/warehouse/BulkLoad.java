package io.yieldline.warehouse;

import org.jspecify.annotations.Nullable;

/** Bulk loading of rows into one table, in the order of its columns. */
public interface BulkLoad extends AutoCloseable {
    /** Adds a row of String, Integer, Long, Boolean, LocalDate, LocalDateTime, BigDecimal, UUID or null. */
    void add(@Nullable Object[] row);

    /** Flushes buffered rows; closing alone does not guarantee that they arrive. */
    void finish();

    @Override
    void close();
}
