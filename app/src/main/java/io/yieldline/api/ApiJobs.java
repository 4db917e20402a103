package io.yieldline.api;

import io.yieldline.UserError;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Audit;
import io.yieldline.operation.Caller;
import io.yieldline.operation.Context;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.Runner;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Operations started through the API, run on separate threads. The same idempotency key of the same user returns
 * the same job for one day, so that a repeated request runs once.
 */
final class ApiJobs implements AutoCloseable {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int THREADS = 4;
    private static final int MAX_WAITING = 100;
    private static final int MAX_REMEMBERED = 500;

    private final OpenPlant open;
    private final Context context;
    private final Faults faults;
    private final Map<String, ApiJob> jobs = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(MAX_WAITING), ApiJobs::thread);

    ApiJobs(OpenPlant open, Context context, Faults faults) {
        this.open = open;
        this.context = context;
        this.faults = faults;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The work of a job.
     *
     * @param after runs when the job has ended with any outcome, or was not started
     */
    record Work<P, R extends Result>(Operation<P, R> operation, P parameters, Runnable after) {
        Work(Operation<P, R> operation, P parameters) {
            this(operation, parameters, () -> {});
        }
    }

    /** Starts a job, or returns the job with the same key. */
    Map<String, @Nullable Object> start(Work<?, ?> work, String key, String fingerprint, Actor actor) {
        boolean started = false;
        try {
            ApiJob job =
                    new ApiJob(UUID.randomUUID().toString(), work.operation().name());
            Entry entry = enter(job.id(), work.operation().name(), key, fingerprint, actor);
            if (!entry.id.equals(job.id())) {
                return find(entry.id).orElseThrow();
            }
            start(work, job, actor);
            started = true;
            return job.json();
        } finally {
            if (!started) {
                work.after().run();
            }
        }
    }

    private void start(Work<?, ?> work, ApiJob job, Actor actor) {
        forgetOld();
        jobs.put(job.id(), job);
        try {
            threads.execute(() -> run(work, job, actor));
        } catch (RejectedExecutionException e) {
            jobs.remove(job.id());
            context.warehouse().noteAll(session -> session.execute("delete from job where id = ?", job.id()));
            throw Problem.busy("too many operations are waiting; try again later");
        }
    }

    /** A job of this server process. */
    Optional<ApiJob> live(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** The state of a job, also of a previous server process. */
    Optional<Map<String, @Nullable Object>> find(String id) {
        ApiJob job = jobs.get(id);
        return job != null
                ? Optional.of(job.json())
                : context.warehouse()
                        .read(session -> session.first(
                                "select operation, run_id from job where id = ?",
                                row -> {
                                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                                    json.put("job", id);
                                    json.put("operation", row.getString(1));
                                    json.put("state", "ended");
                                    json.put("run", row.getObject(2));
                                    return json;
                                },
                                id));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private Entry enter(String id, String operation, String key, String fingerprint, Actor actor) {
        LocalDateTime now = Audit.now(context.clock());
        Entry entry = context.warehouse().note(session -> {
            session.execute("delete from job where asked_at < ?", now.minus(REMEMBERED));
            Optional<Entry> before = session.first(
                    "select id, operation, fingerprint from job where user_name = ? and idempotency_key = ?",
                    row -> new Entry(row.getString(1), row.getString(2), row.getString(3)),
                    actor.user(),
                    key);
            if (before.isEmpty()) {
                session.execute(
                        "insert into job (id, user_name, idempotency_key, operation, fingerprint, asked_at)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        id,
                        actor.user(),
                        key,
                        operation,
                        fingerprint,
                        now);
                new Audit(context.warehouse(), context.clock()).add(session, actor, "start " + operation, id, null);
            }
            return before.orElseGet(() -> new Entry(id, operation, fingerprint));
        });
        if (!entry.operation.equals(operation) || !entry.fingerprint.equals(fingerprint)) {
            throw new Problem(422, "this Idempotency-Key was used for another request; send a new one for each");
        }
        return entry;
    }

    private <P, R extends Result> void run(Work<P, R> work, ApiJob job, Actor actor) {
        try {
            Caller caller = new Caller("api", actor.user(), null);
            R result = new Runner(open, context.clock(), caller)
                    .run(new Followed<>(work.operation(), begun -> began(job, begun)), work.parameters(), job);
            result.remarks().forEach(remark -> job.note(faults.masked(remark)));
            job.ended(result.exitCode().name().toLowerCase(Locale.ROOT), faults.masked(result.summary()));
        } catch (UserError e) {
            job.ended("failed", faults.masked(e.getMessage()));
        } catch (RuntimeException | Error e) {
            job.ended("failed", String.valueOf(faults.of(e, "job " + job.id()).getMessage()));
        } finally {
            work.after().run();
        }
    }

    private void began(ApiJob job, @Nullable Long run) {
        job.began(run);
        context.warehouse()
                .noteAll(session -> session.execute("update job set run_id = ? where id = ?", run, job.id()));
    }

    private void forgetOld() {
        if (jobs.size() > MAX_REMEMBERED) {
            jobs.values().removeIf(ApiJob::ended);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "yieldline-job");
        thread.setDaemon(true);
        return thread;
    }

    private record Entry(String id, String operation, String fingerprint) {}

    /** Reports the start and the run number. */
    private record Followed<P, R extends Result>(Operation<P, R> operation, Begun begun) implements Operation<P, R> {
        /** Receives the run number. */
        interface Begun {
            void run(@Nullable Long number);
        }

        @Override
        public String name() {
            return operation.name();
        }

        @Override
        public String purpose() {
            return operation.purpose();
        }

        @Override
        public boolean exclusive() {
            return operation.exclusive();
        }

        @Override
        public R run(P parameters, Context context) {
            begun.run(context.runId());
            return operation.run(parameters, context);
        }
    }
}
