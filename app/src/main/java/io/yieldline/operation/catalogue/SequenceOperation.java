package io.yieldline.operation.catalogue;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.health.Samples;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.RunLog;
import io.yieldline.operation.RunSteps;
import io.yieldline.operation.RunSteps.RunStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sequence of operations. A step is skipped if a step that it depends on failed; all others run.
 */
public final class SequenceOperation implements Operation<SequenceOperation.Parameters, SequenceOperation.Done> {
    private final String name;
    private final String purpose;
    private final Function<Context, List<Step>> steps;

    /**
     * A sequence.
     *
     * @param steps what its steps are in a plant
     */
    SequenceOperation(String name, String purpose, Function<Context, List<Step>> steps) {
        this.name = name;
        this.purpose = purpose;
        this.steps = steps;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public String command() {
        return name + " [FILE_OR_FOLDER...]";
    }

    @Override
    public Done run(Parameters parameters, Context context) {
        Map<String, StepResult> results = new LinkedHashMap<>();
        for (Step step : steps.apply(context)) {
            RunStep logged = context.steps().begin(step.name());
            StepResult result = failed(step, results)
                    .map(cause -> StepResult.skipped(step.name(), cause))
                    .orElseGet(() -> run(step, parameters, context));
            results.put(step.name(), result.took(logged.end(result.outcome(), result.summary())));
        }
        sample(context);
        return new Done(new ArrayList<>(results.values()));
    }

    /** For a plant without a server, which would take it every hour. */
    private static void sample(Context context) {
        try {
            new Samples(context.parts()).take();
        } catch (RuntimeException e) {
            context.progress()
                    .note("the sizes of tables and home were not recorded: "
                            + context.errors().explain(e));
        }
    }

    private static Optional<String> failed(Step step, Map<String, StepResult> results) {
        return step.needs().stream()
                .filter(need -> Optional.ofNullable(results.get(need))
                        .map(StepResult::broken)
                        .orElse(false))
                .findFirst();
    }

    private StepResult run(Step step, Parameters parameters, Context context) {
        context.progress().begins(step.name());
        try {
            Result result = step.work().run(parameters, context);
            result.remarks().forEach(context.progress()::note);
            context.progress().finishes(step.name(), result.summary());
            return StepResult.done(step.name(), result);
        } catch (UserError e) {
            return broken(step, e.exitCode(), String.valueOf(e.getMessage()), parameters, context);
        } catch (RuntimeException e) {
            return broken(step, ExitCode.FAILED, context.errors().explain(e), parameters, context);
        }
    }

    private StepResult broken(Step step, ExitCode code, String reason, Parameters parameters, Context context) {
        context.progress().finishes(step.name(), "failed, " + reason);
        return StepResult.broken(step.name(), code, reason, again(parameters));
    }

    /** This sequence with its paths, to run again after what the reason says is done. */
    private String again(Parameters parameters) {
        return Stream.concat(Stream.of(name), parameters.paths().stream().map(Path::toString))
                .collect(Collectors.joining(" "));
    }

    /**
     * The parameters.
     *
     * @param paths exports, or folders of exports; empty for the complete files in the inbox
     */
    public record Parameters(List<Path> paths) {}

    /** A step: its name, the steps that it depends on, and its work. */
    record Step(String name, List<String> needs, Work work) {}

    /** The work of a step. */
    interface Work {
        Result run(Parameters parameters, Context context);
    }

    /**
     * The result of a step.
     *
     * @param outcome the name of the exit code in lower case, or {@link RunSteps#SKIPPED}
     * @param exitCode exit code, as for a separate command
     * @param summary what it came to, or why it failed
     * @param broken whether it could not do its work, so that dependent steps are skipped; a parked export or a finding
     *     does not skip them
     * @param next the commands that repair what it complains of
     */
    public record StepResult(
            String step,
            String outcome,
            ExitCode exitCode,
            String summary,
            double seconds,
            boolean broken,
            List<String> next) {
        private static StepResult done(String step, Result result) {
            ExitCode exitCode = result.exitCode();
            return new StepResult(step, RunLog.outcome(exitCode), exitCode, result.summary(), 0, false, result.next());
        }

        private static StepResult skipped(String step, String cause) {
            String reason = "skipped because " + cause + " failed";
            return new StepResult(step, RunSteps.SKIPPED, ExitCode.FAILED, reason, 0, true, List.of());
        }

        /** A reason may have a command of its own. */
        private static StepResult broken(String step, ExitCode exitCode, String reason, String again) {
            List<String> next = reason.contains("yieldline ") ? List.of() : List.of(again);
            return new StepResult(step, RunLog.outcome(ExitCode.FAILED), exitCode, reason, 0, true, next);
        }

        private StepResult took(long milliseconds) {
            return new StepResult(step, outcome, exitCode, summary, milliseconds / 1000.0, broken, next);
        }

        private boolean skipped() {
            return outcome.equals(RunSteps.SKIPPED);
        }

        private String complaint() {
            return step + " " + (broken ? "failed" : outcome.replace('_', ' ')) + ": " + summary;
        }
    }

    /** The result of each step. */
    public record Done(List<StepResult> steps) implements Result {
        @Override
        public ExitCode exitCode() {
            List<ExitCode> codes =
                    steps.stream().map(StepResult::exitCode).distinct().toList();
            if (codes.size() == 1) {
                return codes.get(0);
            }
            if (steps.stream().allMatch(StepResult::broken)) {
                return ExitCode.FAILED;
            }
            boolean onlyFindings =
                    codes.stream().allMatch(code -> code == ExitCode.DONE || code == ExitCode.CHECK_FAILED);
            return onlyFindings ? ExitCode.CHECK_FAILED : ExitCode.PARTLY;
        }

        @Override
        public List<String> next() {
            return steps.stream()
                    .flatMap(step -> step.next().stream())
                    .distinct()
                    .toList();
        }

        /** Names each step that complains, and why: the run log, its alert and the schedule show this line. */
        @Override
        public String summary() {
            return Stream.of(Stream.of(completed()), complaints(), skipped())
                    .flatMap(part -> part)
                    .collect(Collectors.joining("; "));
        }

        /** How many steps complain of nothing. */
        public String completed() {
            long done = steps.stream()
                    .filter(step -> step.exitCode() == ExitCode.DONE)
                    .count();
            return done + " of " + Counted.of(steps.size(), "step") + " completed without errors";
        }

        private Stream<String> complaints() {
            return steps.stream()
                    .filter(step -> step.exitCode() != ExitCode.DONE && !step.skipped())
                    .map(StepResult::complaint);
        }

        private Stream<String> skipped() {
            List<String> names = steps.stream()
                    .filter(StepResult::skipped)
                    .map(StepResult::step)
                    .toList();
            return names.isEmpty() ? Stream.of() : Stream.of("skipped: " + String.join(", ", names));
        }
    }
}
