package io.yieldline.cli;

import io.yieldline.operation.watch.ScheduleOperation.JobStatus;
import io.yieldline.operation.watch.ScheduleOperation.LastRun;
import io.yieldline.operation.watch.ScheduleOperation.Scheduled;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The schedule, as text and as table. */
final class ScheduleText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private ScheduleText() {}

    static void print(Scheduled scheduled, Console console) {
        if (scheduled.jobs().isEmpty()) {
            console.line("No jobs; the section schedule of the settings is empty.");
            return;
        }
        console.table(new Table(
                List.of("job", "command", "when", "last"),
                scheduled.jobs().stream()
                        .map(job -> line(job, scheduled.zone()))
                        .toList()));
        console.line("");
        console.line("Next, in plant time (" + scheduled.zone() + "):");
        scheduled.jobs().stream()
                .filter(job -> !job.next().isEmpty())
                .forEach(job -> console.line("  " + job.job() + ": " + times(job.next())));
    }

    /** All details, one row per job. */
    static Table all(Scheduled scheduled) {
        return new Table(
                List.of(
                        "job",
                        "command",
                        "when",
                        "cron",
                        "zone",
                        "after",
                        "missed",
                        "timeout",
                        "retries",
                        "next",
                        "last_due",
                        "last_state",
                        "last_attempts",
                        "last_run",
                        "last_summary"),
                scheduled.jobs().stream().map(ScheduleText::row).toList());
    }

    private static List<Object> line(JobStatus job, ZoneId plantZone) {
        boolean elsewhere = job.zone() != null && !job.zone().equals(plantZone);
        return List.of(job.job(), job.run(), job.when() + (elsewhere ? ", " + job.zone() : ""), last(job.last()));
    }

    private static String last(@Nullable LastRun last) {
        if (last == null) {
            return "never";
        }
        String times = last.attempts() > 1 ? " at attempt " + last.attempts() : "";
        String missed = last.missed() > 0 ? ", for " + last.missed() + " missed before it" : "";
        String summary = last.summary() == null ? "" : ": " + last.summary();
        return MINUTE.format(last.due()) + " " + last.state() + times + missed + summary;
    }

    private static String times(List<LocalDateTime> times) {
        return times.stream().map(MINUTE::format).collect(Collectors.joining(", "));
    }

    private static List<@Nullable Object> row(JobStatus job) {
        LastRun last = job.last();
        return Arrays.asList(
                job.job(),
                job.run(),
                job.when(),
                job.cron(),
                job.zone() == null ? null : job.zone().getId(),
                job.after(),
                job.missed(),
                job.timeout(),
                job.retries(),
                job.next().isEmpty() ? null : job.next().get(0),
                last == null ? null : last.due(),
                last == null ? null : last.state(),
                last == null ? null : last.attempts(),
                last == null ? null : last.run(),
                last == null ? null : last.summary());
    }
}
