package io.yieldline.store;

import io.yieldline.warehouse.TableSum;
import java.nio.file.Path;

/**
 * The rows of one period of a table in a Parquet file, which is named by the hash of its bytes and never changes.
 *
 * @param period a month such as {@code 2025-04}, the first day of a part of one such as {@code 2025-04-08}, a year, {@code none} for
 *     rows without one, or empty for a whole table
 * @param checksum of its rows, see {@link TableSum}
 * @param bytes the size of its file
 * @param sha256 the hash of its file
 */
public record Piece(String period, long rows, String checksum, long bytes, String sha256) {
    /** Rows without a period, and the only piece of a divided table that is empty. */
    public static final String NO_PERIOD = "none";

    /** Characters of a month such as 2025-04. */
    static final int MONTH = 7;

    /** The month or year that it holds or is a part of; empty for a whole table. */
    public String span() {
        return span(period);
    }

    /** The month or year that a period is, or is a part of. */
    static String span(String period) {
        return period.substring(0, Math.min(MONTH, period.length()));
    }

    /** Where its file is in a store. */
    public String place() {
        return "pieces/" + sha256.substring(0, 2) + "/" + sha256 + ".parquet";
    }

    /** The hash of the piece in a file of a store. */
    static String hash(Path file) {
        return String.valueOf(file.getFileName()).replace(".parquet", "");
    }

    /** Its rows as a checksum. */
    public TableSum sum() {
        return new TableSum(rows, checksum);
    }
}
