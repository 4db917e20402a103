package io.yieldline.explain;

import io.yieldline.explain.RejectedRows.Rejected;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists rows with the file names of their exports. A name is fetched once, not for each row. */
final class Listing {
    private final Session session;
    private final Map<Long, String> files = new HashMap<>();

    Listing(Session session) {
        this.session = session;
        session.query("select id, file_name from export", row -> files.put(row.getLong(1), row.getString(2)));
    }

    /** The rows of a SELECT that has what is shown, then export and row, then more. */
    List<ListedRow> rows(Fragment select) {
        Table table = session.table(select.sql(), select.parameters());
        int export = table.columns().indexOf("export");
        return table.rows().stream().map(row -> row(row, export)).toList();
    }

    /** The place that export and row tell. */
    RowPlace place(List<@Nullable Object> exportAndRow) {
        Long export = (Long) Objects.requireNonNull(exportAndRow.get(0));
        return new RowPlace(export, files.get(export), (Long) Objects.requireNonNull(exportAndRow.get(1)));
    }

    /** The rejected rows that may belong to a cell. */
    List<Rejected> rejected(Lineage lineage, Cell cell) {
        return new RejectedRows(lineage, cell).find(session);
    }

    private ListedRow row(List<@Nullable Object> values, int export) {
        return new ListedRow(
                values.subList(0, export),
                place(values.subList(export, export + 2)),
                values.subList(export + 2, values.size()));
    }
}
