package io.yieldline.backup;

import org.jspecify.annotations.Nullable;

/**
 * What a change does to one table: the blast radius.
 *
 * @param table the table
 * @param rowsBefore rows now; cells of a mart
 * @param rowsAfter rows then
 * @param daysBefore days, weeks or hours with rows now; null where the table has none
 * @param daysAfter the same then
 * @param count the first count of a mart, which sums up over all rows; null for other tables
 * @param sumBefore its sum now; null where it is no mart
 * @param sumAfter its sum then; null where it is no mart
 */
public record Effect(
        String table,
        long rowsBefore,
        long rowsAfter,
        @Nullable Long daysBefore,
        @Nullable Long daysAfter,
        @Nullable String count,
        @Nullable Long sumBefore,
        @Nullable Long sumAfter) {
    /** How many rows come or go at least. */
    public long rows() {
        return Math.abs(rowsAfter - rowsBefore);
    }
}
