package io.yieldline.cli;

import io.yieldline.insight.RetestTables;
import io.yieldline.insight.Retests;
import io.yieldline.insight.RetestsAnswer;
import io.yieldline.insight.RetestsQuestion;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.RetestsOperation;
import io.yieldline.operation.ask.RetestsOperation.Answer;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what became of units that failed at the test boards. */
@Command(
        mixinStandardHelpOptions = true,
        header = RetestsOperation.PURPOSE,
        description = {
            "For each unit that failed its first judged run of the days at a station: the next judged run there,"
                    + " whenever it came. A unit that was repaired in between tells nothing and is counted apart: it has"
                    + " a record at a station of the rule complete_rolled_yield.excluded_stations that took at least the"
                    + " setting retests.least_repair_seconds.",
            "A suspect (see suspects) is a bad fixture if its failed units pass on other fixtures more often than all"
                    + " failed units of the same station, model and part number, and has bad boards if they pass more"
                    + " rarely; at most 5 %% of such verdicts are expected to be false. Repeated runs count for the"
                    + " fixture and the error code of the run before."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline retests --week 2025-W21",
            "  yieldline retests --from 2025-05-18 --to 2025-05-31 --format csv",
            "  yieldline retests --week 2025-W21 --by error_code --format csv"
        })
final class RetestsCommand extends PlantCommand<RetestsQuestion, Answer> {
    @Mixin
    UnitScope units = new UnitScope();

    @Option(
            names = "--by",
            paramLabel = "KIND",
            converter = KindConverter.class,
            description = "The rows of CSV: fixture (default), error_code, station.")
    Kind by = Kind.FIXTURE;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<RetestsQuestion, Answer> operation() {
        return new RetestsOperation();
    }

    @Override
    RetestsQuestion parameters() {
        return new RetestsQuestion(units.period(), units.scope());
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Answer result) {
        return RetestsAnswer.of(result.question(), result.retests());
    }

    @Override
    void print(Answer result, Console console) {
        switch (format.format) {
            case TABLE -> new RetestsText(result.question(), result.retests(), console).print();
            case CSV -> console.csv(by.table(result.retests()));
            case JSON -> console.json(json(result));
        }
    }

    /** The rows of a table. */
    enum Kind {
        FIXTURE,
        ERROR_CODE,
        STATION;

        Table table(Retests retests) {
            return switch (this) {
                case FIXTURE -> RetestTables.fixtures(retests);
                case ERROR_CODE -> RetestTables.codes(retests);
                case STATION -> RetestTables.stations(retests);
            };
        }
    }

    /** Reads a kind. */
    static final class KindConverter extends WordConverter<Kind> {
        KindConverter() {
            super(Kind.class);
        }
    }
}
