package io.yieldline.schedule;

import io.yieldline.ExitCode;
import io.yieldline.plant.Settings;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A scheduler whose clock the test holds. Jobs end at once, with the exit codes that the test lays out. */
final class Simulation implements InstantSource {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Warehouse warehouse;
    private final List<String> ran = Collections.synchronizedList(new ArrayList<>());
    private final List<ExitCode> outcomes = Collections.synchronizedList(new ArrayList<>());
    private Schedule schedule;
    private Scheduler scheduler;
    private Instant now;

    Simulation(Warehouse warehouse, String now, String yaml) {
        this.warehouse = warehouse;
        this.now = Instant.parse(now);
        this.schedule = schedule(yaml);
        this.scheduler = fresh(this::run);
        tick();
    }

    static Schedule schedule(String yaml) {
        return Schedule.of(Settings.of(YamlNode.parse("yieldline.yaml", "plant: p\nzone: America/New_York\n" + yaml)));
    }

    /** How the next runs end; those after them are done. */
    void outcomes(ExitCode... codes) {
        outcomes.addAll(List.of(codes));
    }

    /** What ran since the last question, as {@code job due}. */
    List<String> ran() {
        List<String> since = List.copyOf(ran);
        ran.clear();
        return since;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** Another program takes over, as after a kill. */
    void restart() {
        scheduler = fresh(this::run);
    }

    void restart(JobRunner runner) {
        scheduler = fresh(runner);
    }

    /** The settings were changed and the program started again. */
    void restart(String yaml) {
        schedule = schedule(yaml);
        restart();
    }

    void setClock(String instant) {
        now = Instant.parse(instant);
    }

    /** Moves the clock and ticks until everything that is due has ended. */
    void at(String instant) {
        setClock(instant);
        tick();
    }

    void pass(Duration time) {
        now = now.plus(time);
        tick();
    }

    /** Moves the clock in steps and ticks at each. */
    void passUntil(String instant, Duration step) {
        while (now.plus(step).isBefore(Instant.parse(instant))) {
            pass(step);
        }
        at(instant);
    }

    void tick() {
        int before;
        do {
            before = ran.size();
            scheduler.tick();
            scheduler.await(LONG);
        } while (ran.size() > before);
        scheduler.tick();
    }

    /** The slots of a job as {@code due state missed attempts}, latest first. */
    List<String> slots(String job) {
        return Slots.of(warehouse, job, 100).stream()
                .map(slot -> slot.dueAt() + " " + slot.state().word() + " " + slot.missed() + " " + slot.attempts())
                .toList();
    }

    @Override
    public Instant instant() {
        return now;
    }

    private Scheduler fresh(JobRunner runner) {
        return new Scheduler(schedule, warehouse, this, runner);
    }

    private JobOutcome run(Job job, Slot slot) {
        ran.add(job.name() + " " + slot.due());
        ExitCode code = outcomes.isEmpty() ? ExitCode.DONE : outcomes.remove(0);
        return new JobOutcome(code, "ended with " + code, null);
    }
}
