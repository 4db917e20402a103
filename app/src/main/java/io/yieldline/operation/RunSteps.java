package io.yieldline.operation;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps of a run in the run log: what each came to and how long it took. A step without a duration was killed. */
public final class RunSteps {
    /** The outcome of a step that was not run, because one that it depends on failed. */
    public static final String SKIPPED = "skipped";

    private final Warehouse warehouse;
    private final InstantSource clock;
    private final ZoneId zone;
    private final @Nullable Long run;
    private final Consumer<RuntimeException> failure;

    /**
     * Of a run.
     *
     * @param run the number of the run; null for a query, whose steps are not logged
     * @param failure told when a step cannot be logged, which does not stop the run
     */
    RunSteps(
            Warehouse warehouse,
            InstantSource clock,
            ZoneId zone,
            @Nullable Long run,
            Consumer<RuntimeException> failure) {
        this.warehouse = warehouse;
        this.clock = clock;
        this.zone = zone;
        this.run = run;
        this.failure = failure;
    }

    /** Logs that a step begins. */
    public RunStep begin(String step) {
        Instant start = clock.instant();
        long number = log(session -> insert(session, step, start));
        return (outcome, result) -> {
            long milliseconds = Duration.between(start, clock.instant()).toMillis();
            log(session -> end(session, number, milliseconds, outcome, result));
            return milliseconds;
        };
    }

    private long insert(Session session, String step, Instant start) {
        long number = session.number("select max(step_number) from run_step where run_id = ?", run) + 1;
        session.execute(
                "insert into run_step (run_id, step_number, step, started_at, outcome) values (?, ?, ?, ?, 'running')",
                run,
                number,
                step,
                LocalDateTime.ofInstant(start, zone).withNano(0));
        return number;
    }

    private long end(Session session, long number, long milliseconds, String outcome, String result) {
        return session.execute(
                "update run_step set milliseconds = ?, outcome = ?, result = ? where run_id = ? and step_number = ?",
                milliseconds,
                outcome,
                result,
                run,
                number);
    }

    private long log(Function<Session, Long> work) {
        try {
            return run == null ? 0 : warehouse.note(work);
        } catch (RuntimeException e) {
            failure.accept(e);
            return 0;
        }
    }

    /** The steps of a run, in order; empty for one that has no steps. */
    public static Table of(Warehouse warehouse, long run) {
        return warehouse.read(session -> session.table(
                "select step, started_at, milliseconds, outcome, result from run_step where run_id = ?"
                        + " order by step_number",
                run));
    }

    /** A step that has begun. */
    @FunctionalInterface
    public interface RunStep {
        /**
         * Logs its end and returns how long it took, in milliseconds.
         *
         * @param outcome the name of its exit code in lower case, or {@link #SKIPPED}
         * @param result what it came to, or why it failed
         */
        long end(String outcome, String result);
    }
}
