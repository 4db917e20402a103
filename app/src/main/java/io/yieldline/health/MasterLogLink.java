package io.yieldline.health;

import io.yieldline.feed.Feed;
import io.yieldline.ingest.UnlistedRows;
import io.yieldline.warehouse.Session;
import java.util.ArrayList;
import java.util.List;

/** Every accepted row of every export is a current record, a replaced one, or a sighting; every rejected row is listed. */
final class MasterLogLink implements Link {
    private static final String LOST = """
            select e.id, e.file_name, e.new_count + e.duplicate_count + e.revised_count + coalesce(e.outdated_count, 0) as accepted,
                coalesce(k.found, 0) as found
            from export e
            left join (
                select export_id, count(*) as found
                from (
                    select export_id from ${master}
                    union all
                    select export_id from ${history}
                    union all
                    select export_id from sighting where feed = '${feed}'
                ) kept
                group by export_id
            ) k on k.export_id = e.id
            where e.feed = '${feed}' and e.status = 'loaded'
                and e.new_count + e.duplicate_count + e.revised_count + coalesce(e.outdated_count, 0) <> coalesce(k.found, 0)
            order by e.id""";

    private static final String UNKNOWN = """
            select export_id, count(*)
            from ${master}
            where export_id not in (select id from export where status = 'loaded')
            group by export_id
            order by export_id""";

    @Override
    public String name() {
        return "master log";
    }

    @Override
    public String downstream() {
        return "all marts of the feed are wrong";
    }

    @Override
    public Found examine(Examination examination) {
        List<String> wrong = new ArrayList<>();
        List<Remedy> remedies = new ArrayList<>();
        List<UnlistedRows> unlisted = examination.read(UnlistedRows::of);
        for (Feed feed : examination.feeds().all()) {
            List<String> found = examination.read(session -> unbalanced(session, feed));
            unlisted.stream()
                    .filter(export -> export.feed().equals(feed.name()))
                    .forEach(export ->
                            found.add(export.file() + " (export " + export.exportId() + "): " + export.counts()));
            if (!found.isEmpty()) {
                wrong.addAll(found);
                remedies.add(rebuild(feed));
            }
        }
        return wrong.isEmpty()
                ? Found.ok("every row of every export is accounted for")
                : new Found(State.BROKEN, "rows were added or removed manually", List.of(), remedies).with(wrong);
    }

    private static Remedy rebuild(Feed feed) {
        return Remedy.recover(
                Stage.REBUILD_FEED,
                feed.name(),
                "empty " + feed.masterLog() + ", to load it again from the archived exports");
    }

    private static List<String> unbalanced(Session session, Feed feed) {
        List<String> wrong = new ArrayList<>(session.query(
                of(LOST, feed),
                row -> row.getString(2) + " (export " + row.getLong(1) + "): " + row.getLong(3)
                        + " rows were accepted, " + row.getLong(4) + " are there"));
        session.query(
                of(UNKNOWN, feed),
                row -> wrong.add(feed.masterLog() + ": " + row.getLong(2) + " records of export " + row.getLong(1)
                        + ", which the ledger does not have"));
        return wrong;
    }

    private static String of(String sql, Feed feed) {
        return sql.replace("${feed}", feed.name())
                .replace("${master}", feed.masterLog())
                .replace("${history}", feed.history());
    }
}
