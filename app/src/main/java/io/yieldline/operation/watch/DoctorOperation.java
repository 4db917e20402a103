package io.yieldline.operation.watch;

import io.yieldline.ExitCode;
import io.yieldline.health.Diagnosis;
import io.yieldline.health.Doctor;
import io.yieldline.health.Examination;
import io.yieldline.health.HealthInputs;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.util.function.Function;

/** Diagnoses the chain from export to mart and names the first broken link. */
public final class DoctorOperation implements Operation<DoctorOperation.Parameters, DoctorOperation.Diagnosed> {
    /** The name of this operation. */
    public static final String NAME = "doctor";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Diagnose the chain from export to mart, and name the first broken link.";

    private final Function<Context, HealthInputs> inputs;

    /** With the inputs of the plant. */
    public DoctorOperation() {
        this(Context::healthInputs);
    }

    /** With other inputs. */
    public DoctorOperation(Function<Context, HealthInputs> inputs) {
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
        return NAME + " [--quick]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Diagnosed run(Parameters parameters, Context context) {
        return new Diagnosed(Doctor.examine(examination(context, inputs.apply(context), parameters.quick())));
    }

    static Examination examination(Context context, HealthInputs inputs, boolean quick) {
        return Examination.open(
                context.parts(), inputs, quick, context.runId(), context.progress()::note, context.progress());
    }

    /**
     * The parameters.
     *
     * @param quick compare sizes instead of contents: no hashes, no recomputed marts
     */
    public record Parameters(boolean quick) {}

    /** The diagnosis. */
    public record Diagnosed(Diagnosis diagnosis) implements Result {
        @Override
        public ExitCode exitCode() {
            return diagnosis.sound() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }

        @Override
        public String summary() {
            return diagnosis.summary();
        }
    }
}
