package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.insight.ForecastAnswer;
import io.yieldline.insight.ForecastQuestion;
import io.yieldline.insight.OutputForecast;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ForecastOperation;
import io.yieldline.operation.ask.ForecastOperation.Answer;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a day has packed, and what it will end at. */
@Command(
        mixinStandardHelpOptions = true,
        header = ForecastOperation.PURPOSE,
        description = {
            "Counts packing records with a pass until the newest record of the day. Usual is the median of up to 20 working"
                    + " days before, until the same time. What these still packed after that time, added to what is packed"
                    + " now, gives the interval in which the day ends with a probability of 80 %%; for that it needs 9 of"
                    + " them. The last columns say how often that was right: in how many of the past days it was tried,"
                    + " and how many ended in their interval.",
            "A day that is over has no interval."
        },
        footer = {"", "Examples:", "  yieldline forecast", "  yieldline forecast --day 2025-05-28 --at 14:00"})
final class ForecastCommand extends PlantCommand<ForecastQuestion, Answer> {
    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "The production day (default: that of the newest record).")
    @Nullable
    LocalDate day;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Until this plant time of the day, such as 14:00 (default: that of its newest record).")
    @Nullable
    LocalTime at;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<ForecastQuestion, Answer> operation() {
        return new ForecastOperation();
    }

    @Override
    ForecastQuestion parameters() {
        return new ForecastQuestion(day, at);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Answer result) {
        return result.forecast();
    }

    @Override
    void print(Answer result, Console console) {
        format.print(result.forecast().table(), console, () -> text(result.forecast(), console));
    }

    private static void text(ForecastAnswer answer, Console console) {
        console.line(answer.day()
                + (answer.asOf() == null
                        ? ": no records."
                        : ", until " + answer.asOf().toLocalTime() + words(answer)));
        if (!answer.forecasts().isEmpty()) {
            console.line("");
            console.table(answer.table());
        }
    }

    private static String words(ForecastAnswer answer) {
        OutputForecast whole = answer.whole().orElseThrow();
        String packed =
                ": " + whole.packed() + " packed" + (whole.usual() == null ? "" : ", usual by then " + whole.usual());
        if (answer.over()) {
            return packed + ". The day is over.";
        }
        return packed
                + (whole.end() == null
                        ? ". No forecast: it needs " + OutputForecast.LEAST_DAYS + " working days before."
                        : "; the day ends at " + whole.end().low() + " to "
                                + whole.end().high()
                                + " (80 % interval, held on " + whole.held() + " of "
                                + Counted.of(whole.tried(), "past day") + ").");
    }
}
