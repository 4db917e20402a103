package io.yieldline.backup;

import org.jspecify.annotations.Nullable;

/**
 * The effect of a change on one table.
 *
 * @param table the table
 * @param rowsBefore rows before; cells of a mart
 * @param rowsAfter rows after
 * @param daysBefore days, weeks or hours with rows before; null if the table has none
 * @param daysAfter days, weeks or hours with rows after
 * @param count the first count of a mart, summed over all rows; null for other tables
 * @param sumBefore its sum before; null if not a mart
 * @param sumAfter its sum after; null if not a mart
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
    /** The minimum number of added or deleted rows. */
    public long rows() {
        return Math.abs(rowsAfter - rowsBefore);
    }
}
