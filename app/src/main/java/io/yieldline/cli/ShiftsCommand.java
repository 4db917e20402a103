package io.yieldline.cli;

import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.ShiftQuestion;
import io.yieldline.insight.ShiftTables;
import io.yieldline.mart.DayRange;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.ShiftsOperation;
import io.yieldline.operation.ask.ShiftsOperation.Answer;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds the days from which something fails at another rate. */
@Command(
        mixinStandardHelpOptions = true,
        header = ShiftsOperation.PURPOSE,
        description = {
            "Each unit counts once at a station: on the day of its first judged run. A shift is a day from which the"
                    + " failure rate differs by more than chance explains, with at least 3 days on both sides. Of the"
                    + " shifts found, at most 5 %% are expected to be false. The setting rate_shifts.least_points says which"
                    + " difference counts. Repair, debug and scrap stations are left out: those of the rule"
                    + " complete_rolled_yield.excluded_stations.",
            "Before and after are the days up to the shift before it and to the next one."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline shifts",
            "  yieldline shifts --from 2025-04-01 --to 2025-05-31 --format csv",
            "  yieldline shifts --of fixture,error_code --model \"Tesla SXM4\" --station FPF"
        })
final class ShiftsCommand extends PlantCommand<ShiftQuestion, Answer> {
    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "First day, such as 2025-04-15 (default: 60 days before the last).")
    @Nullable
    LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "Last day, inclusive (default: that of the newest record).")
    @Nullable
    LocalDate to;

    @Option(
            names = "--of",
            paramLabel = "KIND",
            split = ",",
            converter = KindConverter.class,
            description = "Of what: station (default), fixture, error_code. Fixtures and error codes are those of the"
                    + " test-board log.")
    @Nullable
    Set<SeriesKind> of;

    @Option(names = "--model", paramLabel = "MODEL", description = "Only this model.")
    @Nullable
    String model;

    @Option(names = "--station", paramLabel = "STATION", description = "Only this station.")
    @Nullable
    String station;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<ShiftQuestion, Answer> operation() {
        return new ShiftsOperation();
    }

    @Override
    ShiftQuestion parameters() {
        return new ShiftQuestion(
                new DayRange(from, to), of == null ? EnumSet.noneOf(SeriesKind.class) : of, model, station);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Answer result) {
        return ShiftsJson.of(result.shifts());
    }

    @Override
    void print(Answer result, Console console) {
        switch (format.format) {
            case TABLE -> new ShiftsText(result.shifts(), console).print();
            case CSV -> console.csv(ShiftTables.of(result.shifts()));
            case JSON -> console.json(json(result));
        }
    }

    /** Reads a kind. */
    static final class KindConverter extends WordConverter<SeriesKind> {
        KindConverter() {
            super(SeriesKind.class);
        }
    }
}
