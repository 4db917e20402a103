package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.RunTold;
import io.yieldline.schedule.Job;
import io.yieldline.schedule.JobOutcome;
import io.yieldline.schedule.JobRunner;
import io.yieldline.schedule.Slot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/** Runs the commands of scheduled jobs on the plant that a server holds. */
final class Jobs implements JobRunner {
    private final OpenPlant plant;
    private final HeldProgram program;

    Jobs(OpenPlant plant, HeldProgram program) {
        this.plant = plant;
        this.program = program;
    }

    @Override
    public JobOutcome run(Job job, Slot slot) {
        Caller caller = new Caller("schedule", job.name(), null);
        long before = plant.lastRun(caller).map(RunTold::id).orElse(0L);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        ExitCode exitCode = ExitCode.of(program.run(job.run(), caller, out, out));
        Optional<RunTold> run = plant.lastRun(caller).filter(last -> last.id() > before);
        return new JobOutcome(
                exitCode,
                run.map(RunTold::text).orElseGet(() -> lastLine(said.toString())),
                run.map(RunTold::id).orElse(null));
    }

    /** A command that came to no run says at its end why. */
    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("", (earlier, line) -> line.strip());
    }
}
