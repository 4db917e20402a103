package io.yieldline.ingest;

import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Record;
import io.yieldline.feed.Rejection;
import io.yieldline.warehouse.BulkColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts records and rejections to table rows. */
public final class StagedRow {
    /** The columns of the table of rejected rows. */
    public static final List<BulkColumn> REJECTED = List.of(
            new BulkColumn("export_id", ColumnType.BIGINT),
            new BulkColumn("row_number", ColumnType.BIGINT),
            new BulkColumn("column_name", ColumnType.TEXT),
            new BulkColumn("value", ColumnType.TEXT),
            new BulkColumn("reason", ColumnType.TEXT),
            new BulkColumn("cells", ColumnType.TEXT));

    private StagedRow() {}

    /** A record, in the order of {@link io.yieldline.warehouse.FeedTables#stageColumns}. */
    public static @Nullable Object[] of(Record record) {
        Object[] row = new Object[record.values().length + 3];
        row[0] = record.identity();
        row[1] = record.content();
        row[2] = record.rowNumber();
        System.arraycopy(record.values(), 0, row, 3, record.values().length);
        return row;
    }

    /** A rejected row of an export, in the order of {@link #REJECTED}. */
    public static @Nullable Object[] of(long exportId, Rejection rejection) {
        return new Object[] {
            exportId,
            (long) rejection.rowNumber(),
            rejection.column(),
            rejection.value(),
            rejection.reason().text(),
            JsonText.array(rejection.cells())
        };
    }
}
