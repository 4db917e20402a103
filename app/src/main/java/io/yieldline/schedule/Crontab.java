package io.yieldline.schedule;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schedule as crontab lines, in the time of the machine. cron does not catch up missed runs and does not retry failed ones.
 */
public final class Crontab {
    private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private final Schedule schedule;
    private final JobHost host;
    private final MachineTime time;

    /** For this machine; {@code now} is the beginning of the year for which times are compared. */
    public Crontab(Schedule schedule, JobHost host, Instant now) {
        this.schedule = schedule.withAlerts();
        this.host = host;
        this.time = new MachineTime(host.zone(), now);
    }

    /** The text; a job that follows another runs in the same line if that one exits with 0, 3 or 4. */
    public String text() {
        return Stream.concat(Stream.of(head()), schedule.timed().map(this::entry))
                .collect(Collectors.joining("\n"));
    }

    private String head() {
        return "# For the user " + host.user() + ": crontab -u " + host.user()
                + " FILE. Times are those of this machine ("
                + host.zone() + "); write the lines again when its time zone changes.\n"
                + host.noteLines() + "SHELL=/bin/sh\nPATH=" + PATH + "\nJAVA_HOME=" + host.javaHome() + "\n";
    }

    private String entry(Job job) {
        CronTrigger trigger = Objects.requireNonNull(job.trigger());
        String command = (variables() + chain(job)).replace("%", "\\%");
        return "# " + job.name() + ": " + job.words() + ", " + trigger.zone() + "\n"
                + time.expressions(job, trigger).stream()
                        .map(expression -> expression + " " + command + "\n")
                        .collect(Collectors.joining());
    }

    private String variables() {
        return host.needsVariables()
                ? "set -a && . " + Shell.line(Stream.of(host.variablesFile())) + " && set +a && "
                : "";
    }

    private String chain(Job job) {
        String following =
                schedule.following(job.name()).stream().map(this::chain).collect(Collectors.joining("; "));
        String command = Shell.line(Stream.concat(host.program().stream(), job.run().stream()))
                + (Schedule.alerts(job) ? " >/dev/null" : "");
        return following.isEmpty() ? command : command + "; case $? in 0|3|4) " + following + ";; esac";
    }
}
