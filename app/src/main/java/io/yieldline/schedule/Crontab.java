package io.yieldline.schedule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schedule as lines of a crontab, for those who let cron run it. Cron makes up for nothing and repeats nothing. */
public final class Crontab {
    private final Schedule schedule;
    private final List<String> program;

    /**
     * A crontab that calls this program.
     *
     * @param program the launcher by its absolute path, and the words before the command
     */
    public Crontab(Schedule schedule, List<String> program) {
        this.schedule = schedule;
        this.program = program;
    }

    /** The text; a job that follows another runs in the same line when that one exits with 0, 3 or 4. */
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
