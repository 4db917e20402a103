package io.yieldline.operation.ask;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.insight.ShiftQuestion;
import io.yieldline.insight.ShiftSettings;
import io.yieldline.insight.Shifts;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.math.BigDecimal;

/** Finds the days from which stations, fixtures and error codes fail at another rate. */
public final class ShiftsOperation implements Operation<ShiftQuestion, ShiftsOperation.Answer> {
    /** The name of this operation. */
    public static final String NAME = "shifts";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Find the days from which something fails at another rate.";

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
        return NAME + " [--from DAY] [--to DAY]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Answer run(ShiftQuestion question, Context context) {
        BigDecimal least = ShiftSettings.of(context.plant().settings()).leastPoints();
        return new Answer(context.warehouse().read(session -> Shifts.of(question, least, session)));
    }

    /** The answer. */
    public record Answer(Shifts shifts) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public long rows() {
            return shifts.found().size();
        }

        @Override
        public String summary() {
            return Counted.of(rows(), "shift") + " in " + shifts.series() + " series";
        }
    }
}
