package io.yieldline.health;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.health.Measure.Type;
import io.yieldline.quality.CheckHistory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The metrics that are read from the tables of the plant. */
final class Measures {
    private static final String FEED = "coalesce(feed, 'unknown')";
    private static final String ROWS = """
            select f.feed, f.outcome, f.counted
            from (
                select %1$s as feed, 'new' as outcome, sum(new_count) as counted from export where status = 'loaded' group by %1$s
                union all
                select %1$s, 'duplicate', sum(duplicate_count) from export where status = 'loaded' group by %1$s
                union all
                select %1$s, 'revised', sum(revised_count) from export where status = 'loaded' group by %1$s
                union all
                select %1$s, 'outdated', sum(coalesce(outdated_count, 0)) from export where status = 'loaded' group by %1$s
                union all
                select %1$s, 'rejected', sum(rejected_count) from export where status = 'loaded' group by %1$s
            ) f
            order by f.feed, f.outcome""".formatted(FEED);

    private final ZoneId zone;
    private final List<Measure> all = new ArrayList<>();

    private Measures(ZoneId zone) {
        this.zone = zone;
    }

    /** All metrics of a plant with these feeds. */
    static List<Measure> of(Supplier<Feeds> feeds, ZoneId zone) {
        Measures measures = new Measures(zone);
        measures.exports();
        measures.records(feeds);
        measures.runs();
        measures.marts();
        measures.checks();
        measures.others();
        return List.copyOf(measures.all);
    }

    private void exports() {
        counter(
                "yieldline_exports_loaded",
                "Exports in the ledger, by feed and whether they were loaded or parked.",
                List.of("feed", "outcome"),
                "export",
                "select " + FEED + ", status, count(*) from export group by " + FEED + ", status order by 1, 2");
        counter(
                "yieldline_rows",
                "Rows of loaded exports, by outcome; rejected rows divided by all rows is the error rate.",
                List.of("feed", "outcome"),
                "export",
                ROWS);
        gauge(
                "yieldline_last_load_timestamp_seconds",
                "Time of the last load of the feed.",
                List.of("feed"),
                "export",
                "select feed, max(loaded_at) from export where status = 'loaded' group by feed order by feed");
    }

    private void records(Supplier<Feeds> feeds) {
        gauge(
                "yieldline_latest_record_timestamp_seconds",
                "The latest end time of a record of the feed.",
                List.of("feed"),
                "export",
                () -> eachFeed(feeds.get(), "max(ended_at)"));
        gauge(
                "yieldline_records",
                "Current records of the feed.",
                List.of("feed"),
                "export",
                () -> eachFeed(feeds.get(), "count(*)"));
    }

    private void runs() {
        counter(
                "yieldline_runs",
                "Ended runs, by operation and outcome.",
                List.of("operation", "outcome"),
                "run",
                "select operation, outcome, count(*) from run where ended_at is not null"
                        + " group by operation, outcome order by operation, outcome");
        gauge(
                "yieldline_runs_unfinished",
                "Unfinished runs: active, or killed.",
                List.of(),
                "run",
                "select count(*) from run where ended_at is null");
    }

    private void marts() {
        counter(
                "yieldline_mart_refresh_seconds",
                "Total seconds of the refreshes of the mart.",
                List.of("mart"),
                "mart_refresh",
                "select mart, sum(milliseconds) / 1000.0 from mart_refresh group by mart order by mart");
        counter(
                "yieldline_mart_refreshes",
                "Refreshes of the mart that changed something.",
                List.of("mart"),
                "mart_refresh",
                "select mart, count(*) from mart_refresh group by mart order by mart");
    }

    private void checks() {
        gauge(
                "yieldline_check_failing_rows",
                "Rows or groups that failed the check in its last run.",
                List.of("check"),
                "check_result",
                "select r.check_name, r.failing" + CheckHistory.LATEST);
        gauge(
                "yieldline_check_passed",
                "1 if the check passed in its last run, without a warning.",
                List.of("check"),
                "check_result",
                "select r.check_name, case when r.outcome = 'passed' then 1 else 0 end" + CheckHistory.LATEST);
        gauge(
                "yieldline_check_outcome",
                "1 for the outcome of the last run of the check: passed, warned, failed or could not run.",
                List.of("check", "outcome"),
                "check_result",
                "select r.check_name, r.outcome, 1" + CheckHistory.LATEST);
    }

    private void others() {
        gauge(
                "yieldline_outbox_messages",
                "Alert messages, by delivery state.",
                List.of("state"),
                "outbox_delivery",
                "select state, count(*) from outbox_delivery group by state order by state");
        gauge(
                "yieldline_slots",
                "Due times of scheduled jobs, by state.",
                List.of("job", "state"),
                "slot",
                "select job, state, count(*) from slot group by job, state order by job, state");
    }

    private static String eachFeed(Feeds feeds, String value) {
        return feeds.all().stream()
                .map(Feed::name)
                .map(feed -> "select '" + feed + "' as feed, " + value + " as measured from " + feed + "_master_log")
                .collect(Collectors.joining(" union all ", "select z.feed, z.measured from (", ") z order by z.feed"));
    }

    private void counter(String name, String help, List<String> labels, String table, String sql) {
        all.add(new Measure(Type.COUNTER, name, help, labels, table, () -> sql, zone));
    }

    private void gauge(String name, String help, List<String> labels, String table, String sql) {
        gauge(name, help, labels, table, () -> sql);
    }

    private void gauge(String name, String help, List<String> labels, String table, Supplier<String> sql) {
        all.add(new Measure(Type.GAUGE, name, help, labels, table, sql, zone));
    }
}
