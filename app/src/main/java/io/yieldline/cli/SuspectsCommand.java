package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.insight.Suspect;
import io.yieldline.insight.SuspectTables;
import io.yieldline.insight.Suspected;
import io.yieldline.insight.Suspects;
import io.yieldline.insight.SuspectsAnswer;
import io.yieldline.insight.SuspectsQuestion;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.SuspectsOperation;
import io.yieldline.operation.ask.SuspectsOperation.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Finds who fails more units than the mix explains. */
@Command(
        mixinStandardHelpOptions = true,
        header = SuspectsOperation.PURPOSE,
        description = {
            "Each unit counts once at a station, by its first judged run in the days. The failed units of each fixture"
                    + " are compared with those expected if the failures of each station, model and part number fell on"
                    + " its units at random. A suspect has more than chance explains, with at most 5 %% false ones among"
                    + " the suspects (Benjamini-Hochberg). Fixtures with fewer than 10 units are not judged.",
            "Repair, debug and scrap stations are left out: those of the rule complete_rolled_yield.excluded_stations."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline suspects --week 2025-W21",
            "  yieldline suspects --from 2025-05-18 --to 2025-05-31 --format csv",
            "  yieldline suspects --week 2025-W21 --of operator --station FI"
        })
final class SuspectsCommand extends PlantCommand<SuspectsQuestion, Answer> {
    @Mixin
    UnitScope units = new UnitScope();

    @Option(
            names = "--of",
            paramLabel = "KIND",
            converter = SuspectedConverter.class,
            description = "Of what: fixture (default), station, part_number, operator, error_code. Fixtures and error"
                    + " codes are those of the test-board log; an error code is judged on each fixture.")
    Suspected of = Suspected.FIXTURE;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<SuspectsQuestion, Answer> operation() {
        return new SuspectsOperation();
    }

    @Override
    SuspectsQuestion parameters() {
        return new SuspectsQuestion(units.period(), of, units.scope());
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    Object json(Answer result) {
        return SuspectsAnswer.of(result.question(), result.suspects());
    }

    @Override
    void print(Answer result, Console console) {
        switch (format.format) {
            case TABLE -> new SuspectsText(result.question(), result.suspects(), console).print();
            case CSV -> {
                console.csv(SuspectTables.judged(result.suspects()));
                said(result.suspects(), console);
            }
            case JSON -> console.json(json(result));
        }
    }

    private static void said(Suspects suspects, Console console) {
        int left = suspects.notJudged().size();
        if (left > 0) {
            console.note("left out, with fewer than " + Suspect.LEAST_UNITS + " units: " + Counted.of(left, "row"));
        }
    }

    /** Reads what is suspected. */
    static final class SuspectedConverter extends WordConverter<Suspected> {
        SuspectedConverter() {
            super(Suspected.class);
        }
    }
}
