package io.yieldline.warehouse;

import org.jspecify.annotations.Nullable;

/** Rows on their way into one table, in the order of its columns. */
public interface BulkLoad extends AutoCloseable {
    /** Adds a row of String, Integer, Long, Boolean, LocalDate, LocalDateTime, BigDecimal, UUID or null. */
    void add(@Nullable Object[] row);

    /** Hands over what is still buffered; without it nothing is certain to have arrived. Closing alone does not. */
    void finish();

    @Override
    void close();
}
