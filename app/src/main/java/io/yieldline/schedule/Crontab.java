package io.yieldline.schedule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schedule as crontab lines. cron does not catch up missed runs and does not retry failed ones. */
public final class Crontab {
    private final Schedule schedule;
    private final List<String> program;

    /**
     * For this program.
     *
     * @param program absolute path of the launcher, and the global options
     */
    public Crontab(Schedule schedule, List<String> program) {
        this.schedule = schedule;
        this.program = program;
    }

    /** The text; a job that follows another runs in the same line if that one exits with 0, 3 or 4. */
    public String text() {
        return schedule.timed().map(this::entry).collect(Collectors.joining("\n"));
    }

    private String entry(Job job) {
        CronTrigger trigger = Objects.requireNonNull(job.trigger());
        return "# " + job.name() + ": " + job.words() + "\n"
                + "CRON_TZ=" + trigger.zone() + "\n"
                + trigger.cron().expression() + " " + chain(job).replace("%", "\\%") + "\n";
    }

    private String chain(Job job) {
        String following =
                schedule.following(job.name()).stream().map(this::chain).collect(Collectors.joining("; "));
        String command = Shell.line(Stream.concat(program.stream(), job.run().stream()));
        return following.isEmpty() ? command : command + "; case $? in 0|3|4) " + following + ";; esac";
    }
}
