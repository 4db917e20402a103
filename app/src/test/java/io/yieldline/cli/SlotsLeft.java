package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.operation.TestPlant;
import io.yieldline.schedule.CronTrigger;
import io.yieldline.schedule.Job;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Slot;
import io.yieldline.schedule.Slot.State;
import io.yieldline.schedule.Slots;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The slots of a plant after weeks of trouble, compared with the calendar and the run log. */
record SlotsLeft(TestPlant plant, Instant start, Instant end, List<Downtime> downtimes) {
    private static final int MANY = 1000;

    /** Every slot ran once to its end, or the documented rules say why not. */
    void assertEachOnce() {
        Schedule schedule = Schedule.of(plant.plant().settings());
        for (Job job : schedule.jobs()) {
            List<Slot> slots = Slots.of(plant.warehouse(), job.name(), MANY);
            slots.forEach(this::assertOnce);
            if (job.trigger() != null) {
                assertCalendar(job.name(), job.trigger(), slots);
            } else {
                assertFollows(Slots.of(plant.warehouse(), Objects.requireNonNull(job.after()), MANY), slots);
            }
        }
    }

    private void assertOnce(Slot slot) {
        long ran = plant.number("select count(*) from run where caller = 'schedule' and user_name = '" + slot.job()
                + "' and reason = 'due " + slot.dueAt() + "' and outcome in ('done', 'partly', 'check_failed')");
        if (slot.state() == State.DONE) {
            assertThat(ran).as(slot.toString()).isEqualTo(1);
            assertThat(slot.attempts() - slot.interruptions())
                    .as(slot.toString())
                    .isEqualTo(1);
        } else {
            assertThat(ran).as(slot.toString()).isZero();
            assertThat(excused(slot)).as(slot.toString()).isTrue();
        }
    }

    /** Killed twice while it ran; or a later slot, or the fate of the job before it, took its place. */
    private static boolean excused(Slot slot) {
        String summary = String.valueOf(slot.summary());
        return switch (slot.state()) {
            case INTERRUPTED -> slot.interruptions() > 0;
            case MISSED -> summary.contains("a later slot replaced it") || summary.startsWith("not run because ");
            default -> false;
        };
    }

    /** What is due while nobody is there is stood for by the latest of it. */
    private void assertCalendar(String job, CronTrigger trigger, List<Slot> slots) {
        List<LocalDateTime> due = trigger.next(start, MANY).stream()
                .filter(time -> !trigger.instant(time).isAfter(end))
                .toList();
        Set<LocalDateTime> entered = slots.stream().map(Slot::dueAt).collect(Collectors.toSet());
        assertThat(due).as(job).containsAll(entered);
        assertThat(slots.stream().mapToLong(slot -> 1 + slot.missed()).sum())
                .as(job)
                .isEqualTo(due.size());
        for (int i = 0; i < due.size(); i++) {
            if (!entered.contains(due.get(i))) {
                Instant missed = trigger.instant(due.get(i));
                Instant next = trigger.instant(due.get(i + 1));
                assertThat(downtimes)
                        .as(job + " " + due.get(i))
                        .anyMatch(away -> away.maybeHolds(missed) && away.maybeHolds(next));
            }
        }
    }

    private static void assertFollows(List<Slot> before, List<Slot> slots) {
        assertThat(slots.stream().map(Slot::dueAt))
                .containsExactlyElementsOf(before.stream()
                        .filter(SlotsLeft::hasFollowers)
                        .map(Slot::dueAt)
                        .toList());
    }

    private static boolean hasFollowers(Slot slot) {
        return !String.valueOf(slot.summary()).contains("a later slot replaced it");
    }
}
