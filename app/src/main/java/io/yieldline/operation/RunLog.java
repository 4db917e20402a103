package io.yieldline.operation;

import io.yieldline.ExitCode;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All runs: user, operation, time, outcome. A run without an end was killed. */
public final class RunLog {
    private static final String RUNS = "select id as run, operation, started_at, ended_at, caller,"
            + " user_name as \"user\", reason, outcome, row_count as \"rows\", summary, error, parameters from run";

    /** The outcome of an aborted run. */
    static final String FAILED = "failed";

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final ZoneId zone;

    RunLog(Warehouse warehouse, InstantSource clock, ZoneId zone) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.zone = zone;
    }

    /** Logs the start of a run and returns its number. */
    long begin(String operation, String parameters, Caller caller) {
        return warehouse.note(session -> {
            long id = session.number("select max(id) from run") + 1;
            session.execute(
                    "insert into run (id, operation, parameters, caller, user_name, reason, started_at, outcome)"
                            + " values (?, ?, ?, ?, ?, ?, ?, 'running')",
                    id,
                    operation,
                    parameters,
                    caller.trigger(),
                    caller.user(),
                    caller.reason(),
                    now());
            return id;
        });
    }

    /** The outcome that this exit code means. */
    public static String outcome(ExitCode exitCode) {
        return exitCode.name().toLowerCase(Locale.ROOT);
    }

    /** Logs the end of a run with a result. */
    void end(long id, Result result) {
        end(id, outcome(result.exitCode()), result.rows(), result.summary(), null);
    }

    /** Logs the end of an aborted run. */
    void failed(long id, String error) {
        end(id, FAILED, 0, null, error);
    }

    private void end(long id, String outcome, long rows, @Nullable String summary, @Nullable String error) {
        warehouse.noteAll(session -> session.execute(
                "update run set ended_at = ?, outcome = ?, row_count = ?, summary = ?, error = ? where id = ?",
                now(),
                outcome,
                rows,
                summary,
                error,
                id));
    }

    /** The latest runs, newest first. */
    public static Table latest(Warehouse warehouse, int most) {
        return warehouse.read(session -> session.table(RUNS + " order by id desc limit " + most));
    }

    /** One run; empty if it does not exist. */
    public static Table one(Warehouse warehouse, long id) {
        return warehouse.read(session -> session.table(RUNS + " where id = ?", id));
    }

    /** The latest run of a caller with this reason. */
    static Optional<RunSummary> last(Warehouse warehouse, Caller caller) {
        return warehouse.read(session -> session.first(
                "select id, outcome, coalesce(error, summary, outcome) from run"
                        + " where caller = ? and user_name = ? and reason = ? order by id desc limit 1",
                row -> new RunSummary(row.getLong(1), row.getString(2), row.getString(3)),
                caller.trigger(),
                caller.user(),
                caller.reason()));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone).withNano(0);
    }
}
