package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.health.Diagnosis;
import io.yieldline.health.Doctor;
import io.yieldline.health.Examination;
import io.yieldline.health.HealthInputs;
import io.yieldline.health.Recovery;
import io.yieldline.health.Remedy;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.RunLog;
import io.yieldline.operation.RunSteps.RunStep;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.warehouse.DatabaseFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Repairs what the doctor finds, in order of dependencies, and diagnoses again. */
public final class RecoverOperation implements Operation<RecoverOperation.Parameters, RecoverOperation.Recovered> {
    /** The name of this operation. */
    public static final String NAME = "recover";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Repair what doctor finds, step by step, and diagnose again.";

    private final Function<Context, HealthInputs> inputs;

    /** With the inputs of the plant. */
    public RecoverOperation() {
        this(Context::healthInputs);
    }

    /** With other inputs. */
    public RecoverOperation(Function<Context, HealthInputs> inputs) {
        this.inputs = inputs;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public String command() {
        return NAME + " [--dry-run]";
    }

    @Override
    public Recovered run(Parameters parameters, Context context) {
        Examination examination = DoctorOperation.examination(context, inputs.apply(context), false);
        Diagnosis before = Doctor.examine(examination);
        List<Remedy> plan = Recovery.plan(before);
        if (parameters.dryRun()) {
            return new Recovered(true, plan, List.of(), before);
        }
        List<Step> done = perform(plan, new Recovery(examination, context.progress(), context.progress()), context);
        if (!done.isEmpty()) {
            AggregateOperation.findings(context).remarks().forEach(context.progress()::note);
        }
        return new Recovered(false, plan, done, done.isEmpty() ? before : Doctor.examine(examination));
    }

    private static List<Step> perform(List<Remedy> plan, Recovery recovery, Context context) {
        List<Step> done = new ArrayList<>();
        for (Remedy remedy : plan) {
            if (!Recovery.byHand(remedy)) {
                refuseOpen(remedy);
                context.progress().begins(remedy.what());
                done.add(step(remedy, recovery, context));
            }
        }
        return done;
    }

    private static void refuseOpen(Remedy remedy) {
        if (Recovery.needsClosed(remedy)) {
            throw new UserError("the database must be moved away while nothing has it open; stop the server, then run:"
                    + " yieldline recover");
        }
    }

    /** A failed step does not stop the next ones, unless the database is damaged; the final diagnosis shows the result. */
    private static Step step(Remedy remedy, Recovery recovery, Context context) {
        RunStep logged = context.steps().begin(remedy.what());
        try {
            String outcome = recovery.perform(remedy);
            logged.end(RunLog.outcome(ExitCode.DONE), outcome);
            return new Step(remedy, outcome, null);
        } catch (RuntimeException e) {
            if (e instanceof DatabaseFault fault && fault.damage()) {
                throw e;
            }
            String reason = context.errors().explain(e);
            logged.end(RunLog.outcome(ExitCode.FAILED), reason);
            return new Step(remedy, null, reason);
        }
    }

    /**
     * The parameters.
     *
     * @param dryRun only plan
     */
    public record Parameters(boolean dryRun) {}

    /**
     * An executed step.
     *
     * @param outcome result; null if it failed
     * @param failure error; null if it succeeded
     */
    public record Step(
            Remedy remedy,
            @Nullable String outcome,
            @Nullable String failure) {}

    /**
     * The result.
     *
     * @param dryRun whether the steps were only planned
     * @param plan steps of the program and of the user
     * @param done executed steps in order; empty for a dry run
     * @param diagnosis diagnosis after the last step, or before the first step of a dry run
     */
    public record Recovered(boolean dryRun, List<Remedy> plan, List<Step> done, Diagnosis diagnosis) implements Result {
        @Override
        public ExitCode exitCode() {
            boolean planned = dryRun && !plan.isEmpty();
            return planned || diagnosis.sound() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }

        @Override
        public String summary() {
            return (plan.isEmpty() ? "nothing to do" : done.size() + " of " + plan.size() + " steps done") + "; "
                    + diagnosis.summary();
        }
    }
}
