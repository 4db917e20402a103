package io.yieldline.store;

import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.TableSum;
import java.math.BigDecimal;
import java.util.List;

/**
 * A table in a snapshot.
 *
 * @param level what its pieces hold: {@code month}, {@code year}, or empty for all of it in one piece
 */
public record StoredTable(String table, String level, List<BulkColumn> columns, List<Piece> pieces) {
    /** The number of its rows. */
    public long rows() {
        return pieces.stream().mapToLong(Piece::rows).sum();
    }

    /** The size of its files. */
    public long bytes() {
        return pieces.stream().mapToLong(Piece::bytes).sum();
    }

    /** The checksum of all its rows: that of a table is the sum of those of its rows. */
    public TableSum sum() {
        BigDecimal sum =
                pieces.stream().map(piece -> new BigDecimal(piece.checksum())).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new TableSum(rows(), sum.toPlainString());
    }

    /** The names of its columns. */
    public List<String> names() {
        return columns.stream().map(BulkColumn::name).toList();
    }
}
