package io.yieldline.schedule;

import io.yieldline.ExitCode;
import io.yieldline.plant.LostSlot;
import io.yieldline.plant.Plant;
import io.yieldline.schedule.Slot.State;
import io.yieldline.warehouse.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The latest slots of jobs that were given up, until somebody has done their work or the next slot has begun. */
public final class LostSlots {
    private static final Set<State> GIVEN_UP = EnumSet.of(State.FAILED, State.TIMED_OUT, State.INTERRUPTED);

    private final Warehouse warehouse;
    private final Plant plant;
    private final Schedule schedule;

    /** Of a plant, by the schedule of its settings. */
    public LostSlots(Warehouse warehouse, Plant plant) {
        this.warehouse = warehouse;
        this.plant = plant;
        this.schedule = Schedule.of(plant.settings());
    }

    /** The lost slots, by job. */
    public List<LostSlot> all() {
        return Slots.latest(warehouse).stream()
                .filter(slot -> GIVEN_UP.contains(slot.state()))
                .flatMap(slot -> schedule
                        .job(slot.job())
                        .filter(job -> !done(job, slot))
                        .map(job -> new LostSlot(job.name(), reason(slot), command(job, slot), slot.runId() != null))
                        .stream())
                .toList();
    }

    /** Whether the same command has succeeded since. */
    private boolean done(Job job, Slot slot) {
        List<String> parameters = warehouse.read(session -> session.texts(
                "select coalesce(parameters, '') from run where operation = ? and started_at >= ?"
                        + " and outcome in ('done', 'partly', 'check_failed')",
                job.run().get(0),
                LocalDateTime.ofInstant(ended(slot), plant.settings().zone()).withNano(0)));
        return parameters.stream().anyMatch(text -> named(job).allMatch(upper(text)::contains));
    }

    private static Instant ended(Slot slot) {
        return slot.endedAt() == null ? slot.nextTryAt() : slot.endedAt();
    }

    /** What the job names after its operation, such as {@code weekly}: the run log has it among the parameters. */
    private static Stream<String> named(Job job) {
        return job.run().stream().skip(1).filter(word -> !word.startsWith("-")).map(LostSlots::upper);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private String reason(Slot slot) {
        String waiting = schedule.descendants(slot.job()).map(Job::name).collect(Collectors.joining(", "));
        boolean wrong = slot.exitCode() != null && slot.exitCode() == ExitCode.USAGE.number();
        return "due " + slot.due().replace('T', ' ') + ", "
                + slot.state().word()
                + (slot.summary() == null ? "" : ": " + slot.summary())
                + (wrong ? "; correct the job in yieldline.yaml, section schedule" : "")
                + (waiting.isEmpty() ? "" : "; not run because of it: " + waiting);
    }

    private String command(Job job, Slot slot) {
        Stream<String> words = job.run().stream();
        return Shell.line(
                report(job) ? Stream.concat(words, Stream.of("--day", day(slot).toString())) : words);
    }

    private static boolean report(Job job) {
        return job.run().get(0).equals("report") && !job.run().contains("--day");
    }

    /** The working day before the slot. */
    private LocalDate day(Slot slot) {
        LocalDate due = schedule.due(slot)
                .map(instant -> LocalDate.ofInstant(instant, plant.settings().zone()))
                .orElse(slot.dueAt().toLocalDate());
        return plant.rules().outputDay(due.minusDays(1));
    }
}
