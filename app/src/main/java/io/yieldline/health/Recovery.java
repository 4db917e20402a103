package io.yieldline.health;

import io.yieldline.Counted;
import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.IngestProgress;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Refreshed;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Privacy;
import io.yieldline.warehouse.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Repairs broken links in order of their dependencies. Every step can be repeated and interrupted: archive and
 * receipts are not changed until the end, and moved files are kept.
 */
public final class Recovery {
    private final Examination examination;
    private final IngestProgress ingest;
    private final MartRefresh.Progress marts;

    /** For an open plant; the two listeners receive the progress. */
    public Recovery(Examination examination, IngestProgress ingest, MartRefresh.Progress marts) {
        this.examination = examination;
        this.ingest = ingest;
        this.marts = marts;
    }

    /** The repair steps for a diagnosis, in order, including consequential steps; manual steps are last. */
    public static List<Remedy> plan(Diagnosis diagnosis) {
        List<Remedy> named = diagnosis.links().stream()
                .flatMap(link -> link.remedies().stream().filter(remedy -> repairs(link, remedy)))
                .toList();
        boolean all = named.stream().anyMatch(Remedy.refreshAll()::equals);
        return Stream.concat(named.stream(), named.stream().flatMap(Recovery::following))
                .filter(remedy -> !all || !remedy.equals(Remedy.refreshStale()))
                .filter(unlike())
                .sorted(Comparator.comparing(Remedy::stage))
                .toList();
    }

    /** Manual steps are included only if something is broken. */
    private static boolean repairs(LinkState link, Remedy remedy) {
        return remedy.stage() != Stage.LOOK && (!byHand(remedy) || link.state() == State.BROKEN);
    }

    /** Of equal steps, keeps the first, which has the best explanation. */
    private static Predicate<Remedy> unlike() {
        Set<List<String>> seen = new HashSet<>();
        return remedy ->
                seen.add(List.of(remedy.stage().name(), remedy.subject(), byHand(remedy) ? remedy.what() : ""));
    }

    /** Whether a step is possible while the database is closed. */
    public static boolean canBeClosed(Remedy remedy) {
        return needsClosed(remedy) || remedy.stage() == Stage.MAKE_DIRECTORIES;
    }

    /** Whether a step requires that no process has the database open. */
    public static boolean needsClosed(Remedy remedy) {
        return remedy.stage() == Stage.SET_LOG_ASIDE || remedy.stage() == Stage.SET_DATABASE_ASIDE;
    }

    /** Whether it is a manual step. */
    public static boolean byHand(Remedy remedy) {
        return remedy.stage() == Stage.BY_HAND;
    }

    /** Runs one step and returns its result. */
    public String perform(Remedy remedy) {
        return switch (remedy.stage()) {
            case MAKE_DIRECTORIES -> DamagedFiles.makeDirectories(examination.home());
            case CLOSE_TO_OTHERS -> closeToOthers();
            case SET_EXPORT_ASIDE -> setExportAside(remedy.subject());
            case REBUILD_FEED -> emptied(feed(remedy.subject()));
            case RELOAD -> reload();
            case REFRESH -> refresh(remedy.subject().equals("all") ? new Scope.All() : new Scope.Recent());
            case CLOSE_RUNS -> closeRuns();
            case SET_LOG_ASIDE, SET_DATABASE_ASIDE, BY_HAND, LOOK ->
                throw new IllegalStateException(remedy.stage() + " cannot be done in an open plant");
        };
    }

    private static Stream<Remedy> following(Remedy remedy) {
        return switch (remedy.stage()) {
            case SET_LOG_ASIDE, SET_DATABASE_ASIDE, REBUILD_FEED ->
                Stream.of(Remedy.reload("load the missing exports again from the archive"), Remedy.refreshStale());
            case RELOAD -> Stream.of(Remedy.refreshStale());
            default -> Stream.empty();
        };
    }

    private String closeToOthers() {
        new Privacy(examination.home()).close();
        return "closed";
    }

    private String setExportAside(String sha256) {
        Path damaged = examination.home().damaged().resolve(sha256);
        DamagedFiles.move(examination.archive().path(sha256), damaged);
        return "moved to " + damaged;
    }

    private Feed feed(String name) {
        return examination.feeds().all().stream()
                .filter(feed -> feed.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Deletes nothing from a master log before all exports to reload are verified. */
    private String emptied(Feed feed) {
        requireArchived(feed);
        examination.parts().ingest().confirmLoaded();
        long records = examination.open().write(session -> empty(session, feed));
        return Counted.of(records, "record") + " removed from " + feed.masterLog();
    }

    private void requireArchived(Feed feed) {
        List<String> lost = examination
                .read(session -> session.query(
                        "select sha256, file_name from export where status = 'loaded' and feed = ? order by id",
                        row -> damage(row.getString(1), row.getString(2)),
                        feed.name()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (!lost.isEmpty()) {
            throw new UserError("feed " + feed.name() + " is unchanged, because the archive cannot restore "
                    + String.join(", ", lost) + "; load these files first, with: yieldline ingest FILE");
        }
    }

    private Optional<String> damage(String sha256, String name) {
        Path file = examination.archive().path(sha256);
        return Files.isRegularFile(file) && Archive.hash(file).equals(sha256) ? Optional.empty() : Optional.of(name);
    }

    /** Receipts are kept: the next step uses them. */
    private static long empty(Session session, Feed feed) {
        String exports = "(select id from export where status = 'loaded' and feed = '" + feed.name() + "')";
        session.execute("delete from rejected_row where export_id in " + exports);
        session.execute("delete from sighting where feed = ?", feed.name());
        session.execute("delete from " + feed.history());
        long records = session.execute("delete from " + feed.masterLog());
        session.execute("delete from export where status = 'loaded' and feed = ?", feed.name());
        MartRefresh.forget(session);
        return records;
    }

    private String reload() {
        List<ExportReport> reports = examination.parts().ingest().load(List.of(), null, examination.runId(), ingest);
        List<String> failed = reports.stream()
                .filter(report -> report.outcome() == Outcome.FAILED || report.outcome() == Outcome.PARKED)
                .map(report -> report.file() + " (" + report.reason() + ")")
                .toList();
        String loaded = Counted.of(reports.size() - failed.size(), "export") + " loaded again";
        return failed.isEmpty() ? loaded : loaded + "; not " + String.join(", ", new TreeSet<>(failed));
    }

    private String refresh(Scope scope) {
        List<Refreshed> refreshed = examination.parts().refresh().refresh(scope, List.of(), marts);
        List<String> failed = refreshed.stream()
                .filter(mart -> !mart.succeeded())
                .map(Refreshed::mart)
                .toList();
        long rebuilt = refreshed.stream().filter(mart -> mart.partitions() > 0).count();
        return Counted.of(rebuilt, "mart") + " rebuilt" + (failed.isEmpty() ? "" : "; failed: " + failed);
    }

    private String closeRuns() {
        long closed = examination.open().note(session -> {
            List<Long> dead = session.query("select id from run where ended_at is null", row -> row.getLong(1)).stream()
                    .filter(run -> !RunsLink.alive(run, examination))
                    .toList();
            dead.forEach(run -> close(session, run));
            return (long) dead.size();
        });
        return Counted.of(closed, "run") + " closed";
    }

    private static void close(Session session, long run) {
        session.execute(
                "update run set ended_at = started_at, outcome = 'failed', error = "
                        + "coalesce((select 'killed during ' || max(step) from run_step"
                        + " where run_id = run.id and outcome = 'running'), 'killed') where id = ?",
                run);
        session.execute(
                "update run_step set outcome = 'failed', result = 'killed' where run_id = ? and outcome = 'running'",
                run);
    }
}
