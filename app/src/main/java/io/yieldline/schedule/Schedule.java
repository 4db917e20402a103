package io.yieldline.schedule;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The jobs of a plant.
 *
 * @param jobs the jobs in the order of the settings
 */
public record Schedule(List<Job> jobs) {
    /** The section {@code schedule} of the settings; without it, the default schedule. */
    public static Schedule of(Settings settings) {
        YamlNode yaml = settings.section("schedule")
                .orElseGet(
                        () -> YamlNode.resource(Schedule.class, "schedule.yaml").get("schedule"));
        return new Schedule(ScheduleYaml.jobs(yaml, settings.zone()));
    }

    /** The job with this name. */
    public Optional<Job> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** With a job that sends alerts every five minutes, as a server does by itself, unless one of the jobs does. */
    Schedule withAlerts() {
        if (jobs.stream().anyMatch(Schedule::alerts)) {
            return this;
        }
        CronTrigger often = new CronTrigger(Cron.of("*/5 * * * *"), ZoneId.of("UTC"));
        Job alert = new Job("alert", List.of("alert"), often, MisfirePolicy.NONE, Duration.ofMinutes(10), 0, null);
        return new Schedule(Stream.concat(jobs.stream(), Stream.of(alert)).toList());
    }

    /** Whether a job sends alerts. */
    static boolean alerts(Job job) {
        return job.run().get(0).equals("alert");
    }

    /** The instant at which a slot was due; empty for a job that is no longer in the settings. */
    public Optional<Instant> due(Slot slot) {
        return trigger(slot.job()).map(trigger -> trigger.instant(slot.dueAt()));
    }

    /** A job that only follows another has the due times of that one. */
    private Optional<CronTrigger> trigger(String name) {
        return job(name)
                .flatMap(job ->
                        job.trigger() == null ? trigger(String.valueOf(job.after())) : Optional.of(job.trigger()));
    }

    /** The jobs that directly follow a job. */
    List<Job> following(String name) {
        return jobs.stream().filter(job -> name.equals(job.after())).toList();
    }

    /** The jobs that directly or indirectly follow a job. */
    Stream<Job> descendants(String name) {
        return following(name).stream().flatMap(job -> Stream.concat(Stream.of(job), descendants(job.name())));
    }

    /** The jobs with a cron trigger. */
    Stream<Job> timed() {
        return jobs.stream().filter(job -> job.trigger() != null);
    }
}
