package io.yieldline.schedule;

import io.yieldline.ExitCode;
import io.yieldline.schedule.Slot.State;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs due jobs. The holder of the plant calls {@link #tick} about every second: it stores ended runs, adds due slots,
 * and starts waiting slots, each on a separate thread. All state is in the database, so that a kill at any point
 * loses no slot and completes none twice.
 */
public final class Scheduler implements AutoCloseable {
    /** A slot that starts within this time is not missed. */
    private static final Duration ON_TIME = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private Schedule schedule;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final JobRunner runner;
    private final Map<String, Instant> horizons = new HashMap<>();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private boolean recovered;

    /** For the process that holds the plant; nothing runs before the first tick. */
    public Scheduler(Schedule schedule, Warehouse warehouse, InstantSource clock, JobRunner runner) {
        this.schedule = schedule;
        this.warehouse = warehouse;
        this.clock = clock;
        this.runner = runner;
    }

    /** Does all due work without waiting for the jobs. If it throws, the next tick repeats it. */
    public synchronized void tick() {
        Instant now = clock.instant();
        recover(now);
        settle(now);
        schedule.timed().forEach(job -> decide(job, Objects.requireNonNull(job.trigger()), now));
        start(now);
    }

    /** Follows other jobs from the next tick on; those that run end as they were started. */
    public synchronized void follow(Schedule other) {
        schedule = other;
    }

    /** The next due time or retry; empty for a schedule without times. */
    public synchronized Optional<Instant> nextDue() {
        Instant now = clock.instant();
        Stream<Instant> due = schedule.timed()
                .map(Job::trigger)
                .filter(Objects::nonNull)
                .flatMap(trigger -> trigger.next(now, 1).stream().map(trigger::instant));
        Stream<Instant> waiting = warehouse.read(Slots::waiting).stream().map(Slot::nextTryAt);
        return Stream.concat(due, waiting).min(Instant::compareTo);
    }

    /** Waits briefly for running jobs, then stops them. The next process handles the rest. */
    @Override
    public synchronized void close() {
        await(PATIENCE);
        settle(clock.instant());
        running.values().forEach(Running::interrupt);
    }

    /** Waits for running jobs, up to a timeout; returns whether there were any. */
    public boolean await(Duration patience) {
        List<Running> begun = begun();
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (Running run : begun) {
                run.join(Math.max(1, (until - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !begun.isEmpty();
    }

    private synchronized List<Running> begun() {
        return List.copyOf(running.values());
    }

    private void recover(Instant now) {
        if (!recovered) {
            warehouse.read(Slots::running).forEach(slot -> recover(slot, now));
            recovered = true;
        }
    }

    /** Handles runs of a killed program: stores ended runs, repeats others once, and gives them up the second time. */
    private void recover(Slot slot, Instant now) {
        Optional<Job> job = schedule.job(slot.job());
        Optional<JobOutcome> outcome =
                job.flatMap(known -> runner.ended(known, slot)).filter(JobOutcome::worked);
        warehouse.noteAll(session -> {
            if (outcome.isPresent()) {
                keepDone(session, slot, outcome.get(), now);
            } else if (slot.interruptions() == 0) {
                Slots.runAgain(session, slot, now);
            } else {
                giveUp(session, slot, State.INTERRUPTED, JobOutcome.INTERRUPTED, now);
            }
        });
    }

    private void settle(Instant now) {
        for (Running run : new ArrayList<>(running.values())) {
            JobOutcome outcome = run.outcome();
            if (outcome != null) {
                if (!run.overdue()) {
                    warehouse.noteAll(session -> keep(session, run, outcome, now));
                }
                running.remove(run.job().name());
            } else if (run.late(now)) {
                warehouse.noteAll(session -> keepOverdue(session, run, now));
                run.giveUp();
            }
        }
    }

    private void keep(Session session, Running run, JobOutcome outcome, Instant now) {
        Slot slot = run.slot();
        if (outcome.worthRetrying() && slot.failures() <= run.job().retries()) {
            Slots.end(session, slot, State.WAITING, outcome, now, now.plus(Job.backOff(slot.failures())));
        } else if (outcome.worked()) {
            keepDone(session, slot, outcome, now);
        } else {
            giveUp(session, slot, State.FAILED, outcome, now);
        }
    }

    private void keepDone(Session session, Slot slot, JobOutcome outcome, Instant now) {
        Slots.end(session, slot, State.DONE, outcome, now, now);
        schedule.following(slot.job()).forEach(next -> enter(session, next, slot.dueAt(), 0, now));
    }

    private void keepOverdue(Session session, Running run, Instant now) {
        String summary = "not done after " + run.job().timeoutText() + "; stopped";
        giveUp(session, run.slot(), State.TIMED_OUT, new JobOutcome(ExitCode.FAILED, summary, null), now);
    }

    private void giveUp(Session session, Slot slot, State state, JobOutcome outcome, Instant now) {
        Slots.end(session, slot, state, outcome, now, now);
        schedule.descendants(slot.job())
                .forEach(job -> Slots.enter(
                        session,
                        job.name(),
                        slot.dueAt(),
                        State.MISSED,
                        0,
                        now,
                        "not run because " + slot.job() + " failed"));
    }

    /** If the clock is set back, no slot is due again, because it already exists. */
    private void decide(Job job, CronTrigger trigger, Instant now) {
        Instant known = horizons.computeIfAbsent(job.name(), name -> horizon(name, now));
        List<LocalDateTime> due = trigger.due(known.isAfter(now) ? now : known, now);
        if (!due.isEmpty()) {
            warehouse.noteAll(session -> enterDue(session, job, trigger, due, now));
        }
        horizons.put(job.name(), now);
    }

    /** A new job has no slots before it was known. */
    private Instant horizon(String job, Instant now) {
        return warehouse.note(session -> Slots.horizon(session, job).orElseGet(() -> {
            Slots.setHorizon(session, job, now);
            return now;
        }));
    }

    private static void enterDue(Session session, Job job, CronTrigger trigger, List<LocalDateTime> due, Instant now) {
        LocalDateTime last = due.get(due.size() - 1);
        long earlier = due.size() - 1L;
        if (job.misfire() == MisfirePolicy.ALL) {
            due.forEach(time -> enter(session, job, time, 0, now));
        } else if (job.misfire() == MisfirePolicy.NONE
                && now.isAfter(trigger.instant(last).plus(ON_TIME))) {
            Slots.enter(session, job.name(), last, State.MISSED, earlier, now, "the server was not running");
        } else {
            enter(session, job, last, earlier, now);
        }
        Slots.setHorizon(session, job.name(), now);
    }

    private static void enter(Session session, Job job, LocalDateTime dueAt, long missed, Instant now) {
        if (job.misfire() != MisfirePolicy.ALL) {
            Slots.supersede(session, job.name(), dueAt);
        }
        Slots.enter(session, job.name(), dueAt, State.WAITING, missed, now, null);
    }

    private void start(Instant now) {
        for (Slot slot : warehouse.read(Slots::waiting)) {
            if (!slot.nextTryAt().isAfter(now) && !running.containsKey(slot.job())) {
                schedule.job(slot.job()).ifPresentOrElse(job -> start(job, slot, now), () -> drop(slot));
            }
        }
    }

    private void start(Job job, Slot slot, Instant now) {
        if (warehouse.note(session -> Slots.begin(session, slot, now))) {
            Running run = new Running(job, slot.begun(now), now, runner);
            running.put(job.name(), run);
            run.start();
        }
    }

    private void drop(Slot slot) {
        warehouse.noteAll(session -> Slots.drop(session, slot));
    }
}
