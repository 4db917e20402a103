package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.warehouse.Session;
import java.util.List;

/**
 * A loaded export whose rejected rows are not those that the table of rejected rows lists: someone changed that table by hand.
 *
 * @param rejected its rejected rows by the ledger
 * @param listed its rows in the table
 */
public record UnlistedRows(long exportId, String file, String feed, long rejected, long listed) {
    private static final String SQL = """
            select e.id, e.file_name, e.feed, e.rejected_count, coalesce(r.listed, 0)
            from export e
            left join (select export_id, count(*) as listed from rejected_row group by export_id) r on r.export_id = e.id
            where e.status = 'loaded' and e.rejected_count <> coalesce(r.listed, 0)
            order by e.id""";

    /** All of them, in loading order. */
    public static List<UnlistedRows> of(Session session) {
        return session.query(
                SQL,
                row -> new UnlistedRows(
                        row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5)));
    }

    /** Such as "2 rows were rejected, 0 are listed". */
    public String counts() {
        return Counted.of(rejected, "row") + (rejected == 1 ? " was" : " were") + " rejected, " + listed
                + " are listed";
    }
}
