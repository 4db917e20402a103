package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Staleness;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the row counts of every step: export to ledger, ledger to master log, master log to marts. */
final class CountsProbe implements Probe {
    private static final String COUNTS = """
            select '%1$s' as feed,
                (select count(*) from export where feed = '%1$s' and status = 'loaded') as exports,
                (select count(*) from %2$s) as records,
                (select count(*) from %3$s) as replaced,
                (select count(*) from sighting where feed = '%1$s') as seen_again,
                (select cast(coalesce(sum(rejected_count), 0) as bigint) from export where feed = '%1$s' and status = 'loaded') as rejected,
                (select cast(coalesce(sum(row_count), 0) as bigint) from export where feed = '%1$s' and status = 'loaded') as row_total,
                (select cast(coalesce(sum(purged_count), 0) as bigint) from export where feed = '%1$s' and status = 'loaded') as purged,
                (select min(day) from %2$s) as first_day,
                (select max(day) from %2$s) as last_day""";

    @Override
    public boolean limitedByDays() {
        return false;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            Table counts = counts(session, inspection);
            List<Finding> findings = new ArrayList<>(unbalancedExports(session, severity));
            counts.named().flatMap(feed -> unbalanced(feed, severity).stream()).forEach(findings::add);
            findings.addAll(marts(session, inspection, severity));
            long total = session.number("select count(*) from export where status = 'loaded'")
                    + counts.rows().size()
                    + inspection.marts().all().size();
            return new Observation(Math.min(findings.size(), total), total, findings, counts);
        });
    }

    /** One query per feed, because engines may return the parts of a union in any order. */
    private static Table counts(Session session, Inspection inspection) {
        List<Table> feeds = inspection.feeds().all().stream()
                .map(feed -> session.table(countsOf(feed)))
                .toList();
        return new Table(
                feeds.get(0).columns(),
                feeds.stream().flatMap(feed -> feed.rows().stream()).toList());
    }

    private static String countsOf(Feed feed) {
        return COUNTS.formatted(feed.name(), feed.masterLog(), feed.history());
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
                findings.addAll(compare(session, inspection.marts().get(staleness.mart()), severity));
            }
        }
        return findings;
    }

    private static List<Finding> compare(Session session, Mart mart, Severity severity) {
        String count = mart.firstCount();
        String sum = "select cast(coalesce(sum(" + count + "), 0) as bigint) from ";
        long stored = session.number(sum + mart.name());
        long computed = session.number(sum + "(" + mart.select() + ") z");
        return stored == computed
                ? List.of()
                : List.of(new Finding(
                        severity,
                        "mart " + mart.name() + ": its " + count + " sums up to " + stored + ", its source to "
                                + computed + "; run: yieldline aggregate --mode all --mart " + mart.name()));
    }
}
