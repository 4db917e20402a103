package io.yieldline.quality;

import io.yieldline.quality.CheckSelect.Bound;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows from the SELECT of a check: sorted, limited, with the file name of their export. */
final class FailingRows {
    /** Maximum number of listed rows. */
    static final int LISTED = 1000;

    private FailingRows() {}

    static Table of(Session session, Bound select) {
        int columns = session.table("select * from " + select.subquery() + " where 1 = 0", select.values())
                .columns()
                .size();
        String order = IntStream.rangeClosed(1, columns)
                .mapToObj(column -> column + " nulls last")
                .collect(Collectors.joining(", "));
        return session.table(
                "select * from " + select.subquery() + " order by " + order + " limit " + LISTED, select.values());
    }

    /** The rows with the file name of their export at the end. */
    static Table withFiles(Session session, Table rows) {
        if (!rows.columns().contains("export_id") || rows.rows().isEmpty()) {
            return rows;
        }
        Map<Long, String> files = new TreeMap<>();
        session.query("select id, file_name from export", row -> files.put(row.getLong(1), row.getString(2)));
        List<String> columns = new ArrayList<>(rows.columns());
        columns.add("file");
        return new Table(columns, rows.named().map(row -> withFile(row, files)).toList());
    }

    private static List<@Nullable Object> withFile(Table.Row row, Map<Long, String> files) {
        List<@Nullable Object> cells = new ArrayList<>(row.values());
        cells.add(row.value("export_id") instanceof Long id ? files.get(id) : null);
        return cells;
    }
}
