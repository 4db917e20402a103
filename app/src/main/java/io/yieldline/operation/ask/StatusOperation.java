package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.feed.Feed;
import io.yieldline.health.DiskUse;
import io.yieldline.health.UnsentSubscriptions;
import io.yieldline.ingest.Inbox;
import io.yieldline.ingest.Ledger;
import io.yieldline.mart.MartTables;
import io.yieldline.mart.Marts;
import io.yieldline.mart.SchemaDrift;
import io.yieldline.mart.Staleness;
import io.yieldline.operation.Context;
import io.yieldline.operation.CsvTable;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.plant.ServerTasks.TaskState;
import io.yieldline.plant.Space;
import io.yieldline.quality.CheckHistory;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.Checks;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Returns the status of a plant: loaded data, latest records, stale marts, last runs. */
public final class StatusOperation implements Operation<StatusOperation.Parameters, StatusOperation.Status> {
    /** The name of this operation. */
    public static final String NAME = "status";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show what is loaded, the latest records, and stale marts.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Status run(Parameters parameters, Context context) {
        List<String> schema = SchemaDrift.messages(context.parts());
        List<String> failed = failedChecks(context);
        return context.warehouse().read(session -> status(session, schema, failed, parameters, context));
    }

    private static Status status(
            Session session, List<String> schema, List<String> failed, Parameters parameters, Context context) {
        Map<String, Long> loaded = Ledger.loadedByFeed(session);
        return new Status(
                context.plant().settings().plant(),
                context.plant().home().directory().toString(),
                context.warehouse().engine().label() + " " + context.warehouse().location(),
                context.plant().settings().zone().getId(),
                context.plant().settings().profile().label(),
                rules(context),
                context.feeds().all().stream()
                        .map(feed -> feed(session, feed, loaded.getOrDefault(feed.name(), 0L)))
                        .toList(),
                Ledger.feedsGone(loaded, context.feeds()),
                session.number("select count(*) from export where status = 'parked'"),
                session.number("select count(*) from rejected_row"),
                schema.isEmpty() ? excluded(session, context) : 0,
                context.refresh().staleness(session).stream()
                        .filter(Staleness::stale)
                        .toList(),
                own(session, context.marts()),
                schema,
                failed,
                context.marts().changedIn(context.plant().home()),
                Inbox.unfit(context.plant().home()).size(),
                UnsentSubscriptions.lines(session),
                context.tasks().states(),
                lastRun(session),
                Space.at(context.plant().home().directory()).usable(),
                parameters.disk() ? DiskUse.of(context.plant(), context.warehouse(), context.clock()) : List.of());
    }

    private static RulesStatus rules(Context context) {
        ZoneId zone = context.plant().settings().zone();
        String version = context.plant().rules().version();
        return context.tasks()
                .files()
                .state()
                .map(state -> new RulesStatus(
                        version,
                        LocalDateTime.ofInstant(state.since(), zone).withNano(0),
                        state.refused(),
                        state.restart()))
                .orElse(new RulesStatus(version, null, null, List.of()));
    }

    private static FeedStatus feed(Session session, Feed feed, long exports) {
        return session.first(
                        "select count(*), max(ended_at) from " + feed.masterLog(),
                        row -> new FeedStatus(
                                feed.name(), exports, row.getLong(1), row.getObject(2, LocalDateTime.class)))
                .orElseThrow();
    }

    private static long excluded(Session session, Context context) {
        return context.feeds().all().stream()
                .mapToLong(feed -> session.number("select count(*) from " + feed.masterLog() + " where excluded"))
                .sum();
    }

    private static List<OwnMartStatus> own(Session session, Marts marts) {
        List<OwnMartStatus> own = new ArrayList<>();
        marts.own()
                .forEach(mart ->
                        own.add(new OwnMartStatus(mart.name(), mart.title(), rows(session, mart.name()), null)));
        marts.refused()
                .forEach(mart -> own.add(new OwnMartStatus(
                        mart.name(), null, null, mart.problem().getMessage())));
        MartTables.removed(session, marts)
                .forEach(name -> own.add(new OwnMartStatus(name, null, null, "its file is gone")));
        return own;
    }

    private static List<String> failedChecks(Context context) {
        return new CheckHistory(context.warehouse())
                .latest(Checks.names(context.plant())).stream()
                        .filter(stored -> !stored.result().outcome().good())
                        .map(StoredResult::words)
                        .toList();
    }

    /** A table that somebody dropped is named with the schema. */
    private static @Nullable Long rows(Session session, String table) {
        return StoredTables.exists(session, table) ? session.number("select count(*) from " + table) : null;
    }

    private static @Nullable String lastRun(Session session) {
        return session.first(
                        "select operation, outcome, started_at from run where ended_at is not null order by id desc limit 1",
                        row -> row.getString(1) + " on " + CsvTable.text(row.getObject(3, LocalDateTime.class)) + ": "
                                + row.getString(2))
                .orElse(null);
    }

    /**
     * The parameters.
     *
     * @param disk whether to measure what takes space on the disk, which walks through the archive
     */
    public record Parameters(boolean disk) {}

    /**
     * The status of a feed.
     *
     * @param exports loaded exports
     * @param records current records
     * @param until the latest end time, in plant time
     */
    public record FeedStatus(
            String feed,
            long exports,
            long records,
            @Nullable LocalDateTime until) {}

    /**
     * The rules in force, and the other files that are read with them.
     *
     * @param version differs for other rules
     * @param since when the server read them, in plant time; null where none runs: each command reads the files
     * @param refused why the server does not use the files as they are now: file, line and reason; null if it does
     * @param restart changed settings that only a restart of the server applies
     */
    public record RulesStatus(
            String version,
            @Nullable LocalDateTime since,
            @Nullable String refused,
            List<String> restart) {}

    /**
     * The status of a custom mart.
     *
     * @param title what it shows; null where its file is refused or gone
     * @param rows its rows; null where its file is refused or gone, or its table is missing
     * @param problem why it is not in use; null when it is
     */
    public record OwnMartStatus(
            String name,
            @Nullable String title,
            @Nullable Long rows,
            @Nullable String problem) {}

    /**
     * The status of a plant.
     *
     * @param rules the rules in force
     * @param feedsGone feeds whose files are gone although exports of them are loaded, each in one line
     * @param parked parked exports
     * @param rejected rejected rows of loaded exports
     * @param excluded records of serial numbers that the rules exclude; 0 while the schema is wrong
     * @param stale stale marts
     * @param customMarts the custom marts
     * @param schema tables, views and columns that are missing or altered, each in one line
     * @param failedChecks checks whose latest result over all days is not good, each in one line
     * @param martsChanged whether their files changed since the plant was opened
     * @param inboxBlocked files in the inbox that cannot be loaded, such as links
     * @param subscriptions the subscriptions that cannot be sent, each in one line
     * @param tasks the periodic tasks of the server; empty where none runs
     * @param lastRun the latest run that ended
     * @param diskFree bytes free on the disk of the home
     * @param disk what takes space, the largest first; empty if it was not measured
     */
    public record Status(
            String plant,
            String home,
            String database,
            String zone,
            String profile,
            RulesStatus rules,
            List<FeedStatus> feeds,
            List<String> feedsGone,
            long parked,
            long rejected,
            long excluded,
            List<Staleness> stale,
            List<OwnMartStatus> customMarts,
            List<String> schema,
            List<String> failedChecks,
            boolean martsChanged,
            long inboxBlocked,
            List<String> subscriptions,
            List<TaskState> tasks,
            @Nullable String lastRun,
            long diskFree,
            List<DiskUse> disk)
            implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return (stale.isEmpty() ? "all marts are up to date" : Counted.of(stale.size(), "mart") + " stale")
                    + (schema.isEmpty() ? "" : "; the schema has " + Counted.of(schema.size(), "difference"));
        }
    }
}
