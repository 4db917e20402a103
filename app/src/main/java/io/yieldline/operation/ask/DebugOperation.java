package io.yieldline.operation.ask;

import io.yieldline.ExitCode;
import io.yieldline.explain.DayRecount;
import io.yieldline.explain.DebugResult;
import io.yieldline.explain.ExportInspection;
import io.yieldline.explain.UnitHistory;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import java.nio.file.Path;
import java.time.LocalDate;

/** Inspects data without changing anything: an export compared with the loaded data, a unit, a day. */
public final class DebugOperation implements Operation<DebugOperation.Question, DebugOperation.Looked> {
    /** The name of this operation. */
    public static final String NAME = "debug";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Inspect an export, a unit or a day without changing anything.";

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
        return NAME + " TOOL";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Looked run(Question question, Context context) {
        return new Looked(question.answer(context));
    }

    /** What to inspect. */
    public sealed interface Question {
        /** The result. */
        DebugResult answer(Context context);
    }

    /** The changes of an export. */
    public record Compare(Path file) implements Question {
        @Override
        public DebugResult answer(Context context) {
            return look(context).compare(file);
        }
    }

    /**
     * Rows of an export that are the same event as other rows or loaded records.
     *
     * @param all whether to list every row
     */
    public record Dedup(Path file, boolean all) implements Question {
        @Override
        public DebugResult answer(Context context) {
            return look(context).dedup(file, all);
        }
    }

    /** The history of a unit. */
    public record Unit(String serialNumber) implements Question {
        @Override
        public DebugResult answer(Context context) {
            return new UnitHistory(context.warehouse(), context.marts()).journey(serialNumber);
        }
    }

    /** A day, recounted from the archived exports. */
    public record Day(LocalDate day) implements Question {
        @Override
        public DebugResult answer(Context context) {
            return new DayRecount(context.parts()).of(day);
        }
    }

    private static ExportInspection look(Context context) {
        return new ExportInspection(context.plant(), context.feeds(), context.warehouse());
    }

    /** The result. */
    public record Looked(DebugResult answer) implements Result {
        @Override
        public ExitCode exitCode() {
            return answer.right() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        }

        @Override
        public String summary() {
            return answer.summary();
        }
    }
}
