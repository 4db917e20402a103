package io.yieldline.explain;

import io.yieldline.explain.RejectedRows.Rejected;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists rows with the names of the files they were read from. A name is fetched once, not for each of thousands of rows. */
final class Listing {
    private final Session session;
    private final Map<Object, String> files = new HashMap<>();

    Listing(Session session) {
        this.session = session;
        session.query("select id, file_name from export", row -> files.put(row.getLong(1), row.getString(2)));
    }

    /** The rows of a SELECT, the file after the export. */
    Table table(Fragment select) {
        Table table = session.table(select.sql(), select.parameters());
        int export = table.columns().indexOf("export");
        List<String> columns = new ArrayList<>(table.columns());
        columns.add(export + 1, "file");
        return new Table(
                columns, table.rows().stream().map(row -> withFile(row, export)).toList());
    }

    /** The name of the file of an export. */
    @Nullable
    String file(@Nullable Object export) {
        return files.get(export);
    }

    /** The rejected rows that may belong to a cell. */
    List<Rejected> rejected(Lineage lineage, Cell cell) {
        return new RejectedRows(lineage, cell).find(session);
    }

    private List<@Nullable Object> withFile(List<@Nullable Object> row, int export) {
        List<@Nullable Object> longer = new ArrayList<>(row.size() + 1);
        longer.addAll(row.subList(0, export + 1));
        longer.add(file(row.get(export)));
        longer.addAll(row.subList(export + 1, row.size()));
        return longer;
    }
}
