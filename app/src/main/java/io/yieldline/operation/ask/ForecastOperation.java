package io.yieldline.operation.ask;

import io.yieldline.ExitCode;
import io.yieldline.insight.ForecastAnswer;
import io.yieldline.insight.ForecastQuestion;
import io.yieldline.operation.Context;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;

/** Tells what a day has packed, what past days had by the same time, and what the day will end at. */
public final class ForecastOperation implements Operation<ForecastQuestion, ForecastOperation.Answer> {
    /** The name of this operation. */
    public static final String NAME = "forecast";

    /** The purpose of this operation, in one line. */
    public static final String PURPOSE = "Show what a day has packed so far, and what it will end at.";

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
        return NAME + " [--day DAY] [--at TIME]";
    }

    @Override
    public boolean exclusive() {
        return false;
    }

    @Override
    public Answer run(ForecastQuestion question, Context context) {
        return new Answer(context.warehouse()
                .read(session -> question.answer(session, context.plant().rules(), context.today())));
    }

    /** The answer. */
    public record Answer(ForecastAnswer forecast) implements Result {
        @Override
        public ExitCode exitCode() {
            return ExitCode.DONE;
        }

        @Override
        public String summary() {
            return forecast.whole()
                    .map(whole -> whole.packed() + " packed on " + forecast.day())
                    .orElse("no records of " + forecast.day());
        }
    }
}
