package io.yieldline.schedule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schedule as systemd units (249 or later, for {@code OnSuccess}). */
public final class SystemdUnits {
    private final Schedule schedule;
    private final List<String> program;

    /**
     * For this program.
     *
     * @param program absolute path of the launcher, and the global options
     */
    public SystemdUnits(Schedule schedule, List<String> program) {
        this.schedule = schedule;
        this.program = program;
    }

    /** The files by name: one service per job, one timer per job with cron. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Job job : schedule.jobs()) {
            files.put(unit(job) + ".service", service(job));
            if (job.trigger() != null) {
                files.put(unit(job) + ".timer", timer(job, job.trigger()));
            }
        }
        return files;
    }

    private static String unit(Job job) {
        return "yieldline-" + job.name();
    }

    /** Exit codes 3 and 4 are success with findings. A wrong command (2) is not retried. */
    private String service(Job job) {
        String following = schedule.following(job.name()).stream()
                .map(next -> unit(next) + ".service")
                .collect(Collectors.joining(" "));
        return """
                [Unit]
                Description=Yieldline: %s
                %s%s
                [Service]
                Type=oneshot
                ExecStart=%s
                SuccessExitStatus=3 4
                TimeoutStartSec=%d
                %s""".formatted(
                        job.words(),
                        following.isEmpty() ? "" : "OnSuccess=" + following + "\n",
                        job.retries() == 0 ? "" : limit(job),
                        command(job),
                        job.timeout().toSeconds(),
                        job.retries() == 0 ? "" : "Restart=on-failure\nRestartPreventExitStatus=2\nRestartSec=60\n");
    }

    private static String limit(Job job) {
        return "StartLimitIntervalSec=%d\nStartLimitBurst=%d\n"
                .formatted((job.timeout().toSeconds() + 60) * (job.retries() + 1), job.retries() + 1);
    }

    private static String timer(Job job, CronTrigger trigger) {
        String events = CalendarEvents.of(trigger).stream()
                .map(event -> "OnCalendar=" + event + "\n")
                .collect(Collectors.joining());
        return """
                [Unit]
                Description=Yieldline: %s

                [Timer]
                %sPersistent=%s

                [Install]
                WantedBy=timers.target
                """.formatted(job.words(), events, job.misfire() != MisfirePolicy.NONE);
    }

    private String command(Job job) {
        return Stream.concat(program.stream(), job.run().stream())
                .map(SystemdUnits::quoted)
                .collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        String safe = word.replace("\\", "\\\\").replace("%", "%%").replace("$", "$$");
        return safe.matches("[^\\s\"';]+") ? safe : "\"" + safe.replace("\"", "\\\"") + "\"";
    }
}
