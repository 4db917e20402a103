package io.yieldline.schedule;

import io.yieldline.plant.Settings;
import io.yieldline.yaml.YamlNode;
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
