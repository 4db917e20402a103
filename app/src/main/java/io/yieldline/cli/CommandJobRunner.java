package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.RunSummary;
import io.yieldline.schedule.Job;
import io.yieldline.schedule.JobOutcome;
import io.yieldline.schedule.JobRunner;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Slot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the commands of scheduled jobs on the served plant. */
final class CommandJobRunner implements JobRunner {
    private final OpenPlant plant;
    private final InProcessCli program;

    CommandJobRunner(OpenPlant plant, InProcessCli program) {
        this.plant = plant;
        this.program = program;
    }

    @Override
    public JobOutcome run(Job job, Slot slot) {
        Caller caller = caller(job, slot);
        long before = plant.lastRun(caller).map(RunSummary::id).orElse(0L);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        ExitCode exitCode = ExitCode.of(program.run(job.run(), caller, out, out));
        Optional<RunSummary> run = plant.lastRun(caller).filter(last -> last.id() > before);
        return new JobOutcome(
                exitCode,
                run.map(RunSummary::text).orElseGet(() -> lastLine(said.toString())),
                run.map(RunSummary::id).orElse(null));
    }

    /** The run log has what a killed program could not store. */
    @Override
    public Optional<JobOutcome> ended(Job job, Slot slot) {
        return plant.lastRun(caller(job, slot))
                .flatMap(run -> exitCode(run).map(code -> new JobOutcome(code, run.text(), run.id())));
    }

    /** The slot as reason, so that the run log shows the slot of each scheduled run. */
    private Caller caller(Job job, Slot slot) {
        Schedule schedule = Schedule.of(plant.plant().settings());
        return new Caller(
                "schedule", job.name(), "due " + slot.due(), schedule.due(slot).orElse(null));
    }

    private static Optional<ExitCode> exitCode(RunSummary run) {
        return Stream.of(ExitCode.values())
                .filter(code -> code.name().equalsIgnoreCase(run.outcome()))
                .findFirst();
    }

    /** A command without a run prints its reason at the end. */
    private static String lastLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce("", (earlier, line) -> line.strip());
    }
}
