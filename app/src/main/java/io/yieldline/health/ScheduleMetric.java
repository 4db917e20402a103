package io.yieldline.health;

import io.yieldline.schedule.CronTrigger;
import io.yieldline.schedule.Job;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Slot;
import io.yieldline.schedule.Slots;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of the due times of scheduled jobs, which refresh the marts: done in time, done late, failed, given up. */
final class ScheduleMetric implements Metric {
    private static final Duration IN_TIME = Duration.ofMinutes(5);
    private static final String RATE = "completed_percent";

    /** What can become of a due time, in the order of the counts. */
    static final List<String> RESULTS = List.of("in_time", "late", "failed", "given_up");

    private final Schedule schedule;
    private final ZoneId zone;

    /** For the jobs of a plant in this time zone. */
    ScheduleMetric(Schedule schedule, ZoneId zone) {
        this.schedule = schedule;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "schedule";
    }

    @Override
    public String definition() {
        return "due times of scheduled jobs; in time: done, and begun within 5 minutes; late: done later, or after a failure;"
                + " given up: killed twice, or never begun; completion rate = (in time + late) / due";
    }

    @Override
    public History history(Session session, Periods periods) {
        Sums sums = sums(session, periods);
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        periods.names().forEach(period -> byPeriod.put(period, headline(sums.total(period))));
        return new History(
                List.of("due", RATE),
                byPeriod,
                new Table(columns(periods), sums.details((job, counts) -> values(counts))));
    }

    private Sums sums(Session session, Periods periods) {
        List<Slot> slots = Slots.between(session, periods.from(), periods.to());
        Sums sums = new Sums(periods, RESULTS.size());
        slots.forEach(slot -> sums.add(slot.dueAt().toLocalDate(), slot.job(), counts(slot, slots)));
        return sums;
    }

    /** The counts of {@link #RESULTS} in all periods, by job. */
    Map<String, long[]> results(Session session, Periods periods) {
        return sums(session, periods).byThing();
    }

    private static List<String> columns(Periods periods) {
        List<String> columns = new ArrayList<>(List.of(periods.column(), "job", "due"));
        columns.addAll(RESULTS);
        columns.add(RATE);
        return columns;
    }

    private static List<@Nullable Object> headline(long[] counts) {
        return Arrays.asList(due(counts), Metric.percent(counts[0] + counts[1], due(counts)));
    }

    private static List<@Nullable Object> values(long[] counts) {
        List<@Nullable Object> values = new ArrayList<>(List.of(due(counts)));
        Arrays.stream(counts).forEach(values::add);
        values.add(Metric.percent(counts[0] + counts[1], due(counts)));
        return values;
    }

    private static long due(long[] counts) {
        return Arrays.stream(counts).sum();
    }

    /** In time, late, failed, given up. The earlier due times that a slot stands for were given up; one that waits or runs is open. */
    long[] counts(Slot slot, List<Slot> all) {
        long missed = slot.missed();
        return switch (slot.state()) {
            case DONE -> inTime(slot, all) ? new long[] {1, 0, 0, missed} : new long[] {0, 1, 0, missed};
            case FAILED, TIMED_OUT -> new long[] {0, 0, 1, missed};
            case INTERRUPTED, MISSED -> new long[] {0, 0, 0, missed + 1};
            case WAITING, RUNNING -> new long[] {0, 0, 0, missed};
        };
    }

    private boolean inTime(Slot slot, List<Slot> all) {
        Instant started = slot.startedAt();
        return slot.attempts() == 1
                && started != null
                && expected(slot, all)
                        .map(time -> !started.isAfter(time.plus(IN_TIME)))
                        .orElse(false);
    }

    /** When a slot should begin: when it is due, or at the end of the job that it follows, if that was in time. */
    private Optional<Instant> expected(Slot slot, List<Slot> all) {
        Optional<Slot> before = schedule.job(slot.job()).map(Job::after).flatMap(job -> of(job, slot, all));
        return before.isPresent()
                ? before.filter(earlier -> inTime(earlier, all)).map(Slot::endedAt)
                : Optional.of(due(slot));
    }

    private static Optional<Slot> of(String job, Slot slot, List<Slot> all) {
        return all.stream()
                .filter(each -> each.job().equals(job) && each.dueAt().equals(slot.dueAt()))
                .findFirst();
    }

    private Instant due(Slot slot) {
        Optional<CronTrigger> trigger = schedule.job(slot.job()).map(Job::trigger);
        return trigger.map(known -> known.instant(slot.dueAt()))
                .orElseGet(() -> slot.dueAt().atZone(zone).toInstant());
    }
}
