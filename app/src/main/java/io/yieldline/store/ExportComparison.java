package io.yieldline.store;

import io.yieldline.store.SnapshotDifference.ExportChange;
import io.yieldline.warehouse.Session;
import java.util.List;

/** The exports that came, changed or went between two snapshots. */
final class ExportComparison {
    private static final List<String> COLUMNS =
            List.of("sha256", "id", "file_name", "feed", "status", "new_count", "revised_count");

    /** Numbers can be given again after a change was undone, but the same file has the same hash. */
    private static final String CHANGES = """
            select coalesce(a.id, b.id), coalesce(a.file_name, b.file_name), coalesce(a.feed, b.feed), b.status, a.status,
                coalesce(a.new_count, b.new_count) + coalesce(a.revised_count, b.revised_count)
            from (select * from exports where is_after) a
            full join (select * from exports where not is_after) b on b.sha256 = a.sha256
            where a.sha256 is null or b.sha256 is null or a.status <> b.status or a.id <> b.id
                or a.new_count <> b.new_count or a.revised_count <> b.revised_count
            order by 1, 2""";

    private ExportComparison() {}

    static List<ExportChange> of(PieceComparison pieces, Session session) {
        session.execute("create or replace temp table exports as " + pieces.rows(COLUMNS));
        return session.query(
                CHANGES,
                row -> new ExportChange(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)));
    }
}
