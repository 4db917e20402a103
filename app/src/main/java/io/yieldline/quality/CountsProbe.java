package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.ingest.UnlistedRows;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Staleness;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Together.Fold;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the row counts of every step: export to ledger, ledger to master log, master log to marts. */
final class CountsProbe implements Probe {
    private static final String LEDGER = """
            select
                count(*) as exports,
                cast(coalesce(sum(rejected_count), 0) as bigint) as rejected,
                cast(coalesce(sum(row_count), 0) as bigint) as row_total,
                cast(coalesce(sum(purged_count), 0) as bigint) as purged
            from export
            where status = 'loaded' and feed = ?""";
    private static final List<Field<FeedCount>> FIELDS = List.of(
            new Field<>("feed", FeedCount::feed),
            new Field<>("exports", count -> count.ledger().value("exports")),
            new Field<>("records", count -> count.records().records()),
            new Field<>("replaced", count -> count.replaced().records()),
            new Field<>("seen_again", FeedCount::seenAgain),
            new Field<>("rejected", count -> count.ledger().value("rejected")),
            new Field<>("row_total", count -> count.ledger().value("row_total")),
            new Field<>("purged", count -> count.ledger().value("purged")),
            new Field<>("first_day", count -> count.records().first()),
            new Field<>("last_day", count -> count.records().last()));

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            Table counts = counts(session, inspection);
            List<Finding> findings = new ArrayList<>(unbalancedExports(session, severity));
            findings.addAll(unlisted(session, severity));
            counts.named().flatMap(feed -> unbalanced(feed, severity).stream()).forEach(findings::add);
            findings.addAll(marts(session, inspection, severity));
            long total = session.number("select count(*) from export where status = 'loaded'")
                    + counts.rows().size()
                    + inspection.marts().all().size();
            return new Observation(Math.min(findings.size(), total), total, findings, counts);
        });
    }

    private static Table counts(Session session, Inspection inspection) {
        return Table.of(
                inspection.feeds().all().stream()
                        .map(feed -> FeedCount.of(session, inspection, feed))
                        .toList(),
                FIELDS);
    }

    private static List<Finding> unbalancedExports(Session session, Severity severity) {
        return session.query(
                "select id, file_name, row_count, new_count + duplicate_count + revised_count + coalesce(outdated_count, 0), rejected_count from export"
                        + " where status = 'loaded'"
                        + " and row_count <> new_count + duplicate_count + revised_count + coalesce(outdated_count, 0) + rejected_count + coalesce(purged_count, 0)"
                        + " order by id",
                row -> new Finding(
                        severity,
                        "export " + row.getLong(1) + " (" + row.getString(2) + "): " + row.getLong(3) + " rows, but "
                                + row.getLong(4) + " accepted and " + row.getLong(5)
                                + " rejected; rebuild all data from the archive with: yieldline rebuild"));
    }

    private static List<Finding> unlisted(Session session, Severity severity) {
        return UnlistedRows.of(session).stream()
                .map(export -> new Finding(
                        severity,
                        "export " + export.exportId() + " (" + export.file() + "): " + export.counts()
                                + "; rebuild all data from the archive with: yieldline rebuild"))
                .toList();
    }

    /** Every accepted row is a current record, a replaced one, or a sighting. */
    private static Optional<Finding> unbalanced(Table.Row feed, Severity severity) {
        long kept = Stream.of("records", "replaced", "seen_again", "rejected", "purged")
                .mapToLong(feed::number)
                .sum();
        long rows = feed.number("row_total");
        return kept == rows
                ? Optional.empty()
                : Optional.of(new Finding(
                        severity,
                        "feed " + feed.value("feed") + ": the exports have " + rows
                                + " rows, the master log accounts for " + kept
                                + (kept > rows ? "; remove duplicates with: yieldline clean duplicates; or" : ";")
                                + " rebuild all data from the archive with: yieldline rebuild"));
    }

    private static List<Finding> marts(Session session, Inspection inspection, Severity severity) {
        List<Finding> findings = new ArrayList<>();
        for (Staleness staleness : inspection.parts().refresh().staleness(session)) {
            if (staleness.stale()) {
                findings.add(Finding.warn("mart " + staleness.mart() + " is stale; run: yieldline aggregate"));
            } else {
                findings.addAll(compare(session, inspection, inspection.marts().get(staleness.mart()), severity));
            }
        }
        return findings;
    }

    private static List<Finding> compare(Session session, Inspection inspection, Mart mart, Severity severity) {
        String count = mart.firstCount();
        String sum = "select cast(coalesce(sum(" + count + "), 0) as bigint) from ";
        long stored = session.number(sum + mart.name());
        long computed = MartSource.of(inspection, mart).sum(session, inspection, sum);
        return stored == computed
                ? List.of()
                : List.of(new Finding(
                        severity,
                        "mart " + mart.name() + ": its " + count + " sums up to " + stored + ", its source to "
                                + computed + "; run: yieldline aggregate --mode all --mart " + mart.name()));
    }

    /** The rows of a feed at every step. */
    private record FeedCount(String feed, Table.Row ledger, RecordCount records, RecordCount replaced, long seenAgain) {
        static FeedCount of(Session session, Inspection inspection, Feed feed) {
            return new FeedCount(
                    feed.name(),
                    session.table(LEDGER, feed.name()).named().findFirst().orElseThrow(),
                    RecordCount.of(session, inspection, feed, feed.masterLog()),
                    RecordCount.of(session, inspection, feed, feed.history()),
                    session.number("select count(*) from sighting where feed = ?", feed.name()));
        }
    }

    /** The records of a table, with the first and the last day of them. */
    private record RecordCount(
            long records,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        static RecordCount of(Session session, Inspection inspection, Feed feed, String table) {
            String select = "select count(*), min(day), max(day) from " + table + " where day between ? and ?";
            Question question = Question.table(select, feed, Together.folded(0, Fold.SUM, Fold.LEAST, Fold.GREATEST));
            List<@Nullable Object> row =
                    inspection.askAll(session, question).rows().get(0);
            return new RecordCount((Long) row.get(0), (LocalDate) row.get(1), (LocalDate) row.get(2));
        }
    }
}
