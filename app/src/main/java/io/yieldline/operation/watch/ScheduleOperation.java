package io.yieldline.operation.watch;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.schedule.CronTrigger;
import io.yieldline.schedule.Job;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Slot;
import io.yieldline.schedule.Slots;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists the jobs, their next runs and their last results. */
public final class ScheduleOperation implements Operation<ScheduleOperation.Parameters, ScheduleOperation.Scheduled> {
    /** The name of this operation. */
    public static final String NAME = "schedule";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show the scheduled jobs, their next runs and their last results.";

    private static final int NEXT = 5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Scheduled run(Parameters parameters, Context context) {
        Map<String, Slot> latest =
                Slots.latest(context.warehouse()).stream().collect(Collectors.toMap(Slot::job, Function.identity()));
        ZoneId zone = context.plant().settings().zone();
        return new Scheduled(
                zone,
                Schedule.of(context.plant().settings()).jobs().stream()
                        .map(job -> new JobStatus(
                                job.name(),
                                String.join(" ", job.run()),
                                job.words(),
                                job.trigger() == null
                                        ? null
                                        : job.trigger().cron().expression(),
                                job.trigger() == null ? null : job.trigger().zone(),
                                job.after(),
                                job.misfire().word(),
                                job.timeoutText(),
                                job.retries(),
                                next(job, zone, context.clock().instant()),
                                last(latest.get(job.name()), zone)))
                        .toList());
    }

    private static List<LocalDateTime> next(Job job, ZoneId plantZone, Instant now) {
        CronTrigger trigger = job.trigger();
        return trigger == null
                ? List.of()
                : trigger.next(now, NEXT).stream()
                        .map(time -> LocalDateTime.ofInstant(trigger.instant(time), plantZone))
                        .toList();
    }

    private static @Nullable LastRun last(@Nullable Slot slot, ZoneId zone) {
        return slot == null
                ? null
                : new LastRun(
                        slot.dueTime(),
                        slot.state().word(),
                        slot.attempts(),
                        slot.missed(),
                        local(slot.startedAt(), zone),
                        local(slot.endedAt(), zone),
                        slot.exitCode(),
                        slot.summary(),
                        slot.runId());
    }

    private static @Nullable LocalDateTime local(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDateTime.ofInstant(moment, zone).withNano(0);
    }

    /** No parameters. */
    public record Parameters() {}

    /**
     * A job.
     *
     * @param run the command
     * @param when description of the trigger
     * @param next next due times, in plant time; empty for a job that only follows another
     * @param last latest slot; null if none
     */
    public record JobStatus(
            String job,
            String run,
            String when,
            @Nullable String cron,
            @Nullable ZoneId zone,
            @Nullable String after,
            String missed,
            String timeout,
            int retries,
            List<LocalDateTime> next,
            @Nullable LastRun last) {}

    /**
     * The latest slot of a job.
     *
     * @param due due time, in the time zone of the job
     * @param state state
     * @param missed number of missed slots that it replaces
     * @param started start, in plant time
     * @param ended end, in plant time
     */
    public record LastRun(
            LocalDateTime due,
            String state,
            long attempts,
            long missed,
            @Nullable LocalDateTime started,
            @Nullable LocalDateTime ended,
            @Nullable Long exitCode,
            @Nullable String summary,
            @Nullable Long run) {}

    /**
     * The schedule.
     *
     * @param zone plant time
     */
    public record Scheduled(ZoneId zone, List<JobStatus> jobs) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return Counted.of(jobs.size(), "job");
        }
    }
}
