package io.yieldline.ingest;

import io.yieldline.Counted;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.warehouse.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of exports: each by the hash of its bytes, with its row counts. */
public final class Ledger {
    private Ledger() {}

    /** The entry for a hash, if any. */
    static Optional<Entry> find(Session session, String sha256) {
        return session.first(
                "select id, file_name, status, loaded_at from export where sha256 = ?", Ledger::entry, sha256);
    }

    /** The names of all loaded exports by hash, in loading order. */
    public static Map<String, String> loaded(Session session) {
        return names(session, "status = 'loaded'");
    }

    /** The number of loaded exports by feed. */
    public static Map<String, Long> loadedByFeed(Session session) {
        Map<String, Long> loaded = new TreeMap<>();
        session.query(
                "select feed, count(*) from export where status = 'loaded' and feed is not null group by feed",
                row -> loaded.put(row.getString(1), row.getLong(2)));
        return loaded;
    }

    /** The feeds of loaded exports that a plant does not have any more, each in one line: no command shows their records. */
    public static List<String> feedsGone(Map<String, Long> loadedByFeed, Feeds feeds) {
        Map<String, Long> gone = new TreeMap<>(loadedByFeed);
        feeds.all().forEach(feed -> gone.remove(feed.name()));
        return gone.entrySet().stream()
                .map(feed -> "feed " + feed.getKey() + ": its file is gone, so that "
                        + Counted.of(feed.getValue(), "loaded export") + " of it can be seen nowhere; put it back")
                .toList();
    }

    /** The names of all exports by hash, in loading order. */
    public static Map<String, String> all(Session session) {
        return names(session, "1 = 1");
    }

    /** The names of wiped exports by hash. */
    static Map<String, String> wiped(Session session) {
        Map<String, String> names = new LinkedHashMap<>();
        session.query(
                "select sha256, file_name from wiped_export order by sha256",
                row -> names.put(row.getString(1), String.valueOf(row.getString(2))));
        return names;
    }

    /** Remembers that the exports of a feed, or all if it is null, are wiped, before they are deleted. */
    public static void wipe(Session session, @Nullable String feed) {
        session.execute(
                "insert into wiped_export (sha256, file_name) select sha256, file_name from export"
                        + " where cast(? as varchar) is null or feed = ?",
                feed,
                feed);
    }

    /** The names of all parked exports by hash, in loading order. */
    public static Map<String, String> parked(Session session) {
        return names(session, "status = 'parked'");
    }

    /** Dismissed exports by hash, in loading order. */
    static Map<String, Dismissal> dismissed(Session session) {
        Map<String, Dismissal> dismissed = new LinkedHashMap<>();
        session.query(
                "select sha256, file_name, dismissed_at, dismissed_by, dismissed_because from export"
                        + " where status = 'dismissed' order by id",
                row -> dismissed.put(
                        row.getString(1),
                        new Dismissal(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, LocalDateTime.class),
                                row.getString(4),
                                row.getString(5))));
        return dismissed;
    }

    /**
     * Turns a parked export into a dismissed one, or enters it; one that is loaded stays so.
     *
     * @param bytes its size, if it is entered
     */
    static void dismiss(Session session, Dismissal dismissal, long bytes) {
        if (hashed(session, dismissal.sha256()).isEmpty()) {
            session.execute(
                    "insert into export (id, sha256, file_name, bytes, status, row_count, new_count, duplicate_count,"
                            + " revised_count, rejected_count, cleaned_count, loaded_at, milliseconds)"
                            + " values (?, ?, ?, ?, 'parked', 0, 0, 0, 0, 0, 0, ?, 0)",
                    nextId(session),
                    dismissal.sha256(),
                    dismissal.file(),
                    bytes,
                    dismissal.at());
        }
        session.execute(
                "delete from rejected_row where export_id in"
                        + " (select id from export where sha256 = ? and status = 'parked')",
                dismissal.sha256());
        session.execute(
                "update export set status = 'dismissed', dismissed_at = ?, dismissed_by = ?, dismissed_because = ?"
                        + " where sha256 = ? and status = 'parked'",
                dismissal.at(),
                dismissal.by(),
                dismissal.reason(),
                dismissal.sha256());
    }

    /** The name of an export by its hash, with any outcome; empty if unknown. */
    public static Map<String, String> numbered(Session session, long number) {
        return names(session, "id = ?", number);
    }

    /** The name of the export with this hash; empty if unknown. */
    public static Map<String, String> hashed(Session session, String sha256) {
        return names(session, "sha256 = ?", sha256);
    }

    private static Map<String, String> names(Session session, String condition, Object... parameters) {
        Map<String, String> names = new LinkedHashMap<>();
        session.query(
                "select sha256, file_name from export where " + condition + " order by id",
                row -> names.put(row.getString(1), String.valueOf(row.getString(2))),
                parameters);
        return names;
    }

    /** UTC time when each export arrived, by hash, as far as known. */
    static Map<String, LocalDateTime> arrivals(Session session) {
        Map<String, LocalDateTime> arrivals = new HashMap<>();
        session.query(
                "select sha256, arrived_at from export where arrived_at is not null",
                row -> arrivals.put(row.getString(1), row.getObject(2, LocalDateTime.class)));
        return arrivals;
    }

    /** The number of the next export. */
    static long nextId(Session session) {
        return session.number("select max(id) from export") + 1;
    }

    /** Adds an export; replaces an entry of the same bytes that was parked. */
    static void enter(Session session, ExportReport report, LedgerFacts facts) {
        enter(session, values(report, facts));
    }

    /** The same by the names of columns; see {@link ParsedExport#entry}. */
    public static void enter(Session session, Map<String, ?> values) {
        Object sha256 = values.get("sha256");
        session.execute("delete from rejected_row where export_id in (select id from export where sha256 = ?)", sha256);
        session.execute("delete from export where sha256 = ?", sha256);
        session.execute("delete from wiped_export where sha256 = ?", sha256);
        session.execute(
                "insert into export (" + String.join(", ", values.keySet()) + ") values ("
                        + String.join(", ", Collections.nCopies(values.size(), "?")) + ")",
                values.values().toArray());
    }

    /** The columns of an entry. */
    static Map<String, @Nullable Object> values(ExportReport report, LedgerFacts facts) {
        LoadedDays days = report.days();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", report.exportId());
        values.put("sha256", report.sha256());
        values.put("feed", report.feed());
        values.put("file_name", report.file());
        values.put("bytes", facts.bytes());
        values.put("format", report.format());
        values.put("export_time", facts.exportTime());
        values.put("status", report.outcome().name().toLowerCase(Locale.ROOT));
        values.put("reason", report.reason());
        values.put("row_count", report.counts().rows());
        values.put("new_count", report.counts().added());
        values.put("duplicate_count", report.counts().duplicate());
        values.put("revised_count", report.counts().revised());
        values.put("outdated_count", report.counts().outdated());
        values.put("rejected_count", report.counts().rejected());
        values.put("cleaned_count", report.cleaned().total());
        values.put("cleaned_cells", report.cleaned().words());
        values.put("unexpected_count", report.cleaned().unexpected());
        values.put("purged_count", report.counts().purged());
        values.put("first_day", days == null ? null : days.first());
        values.put("last_day", days == null ? null : days.last());
        values.put("unknown_columns", joined(", ", report.unknownColumns()));
        values.put("missing_columns", String.join(", ", report.missingColumns()));
        values.put("remarks", joined("; ", report.remarks()));
        values.put("run_id", facts.runId());
        values.put("loaded_at", facts.loadedAt());
        values.put("arrived_at", facts.arrivedAt());
        values.put("feed_definition", facts.feedDefinition());
        values.put("milliseconds", Math.round(report.seconds() * 1000));
        return values;
    }

    private static @Nullable String joined(String separator, List<String> texts) {
        return texts.isEmpty() ? null : String.join(separator, texts);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong(1),
                row.getString(2),
                row.getString(3).equals("loaded") ? Outcome.LOADED : Outcome.PARKED,
                row.getObject(4, LocalDateTime.class));
    }

    /** The ledger entry of a known export. */
    record Entry(long id, String file, Outcome outcome, LocalDateTime loadedAt) {}

    /** Ledger columns in addition to the report. */
    record LedgerFacts(
            long bytes,
            @Nullable LocalDateTime exportTime,
            @Nullable Long runId,
            LocalDateTime loadedAt,
            @Nullable LocalDateTime arrivedAt,
            @Nullable String feedDefinition) {}
}
