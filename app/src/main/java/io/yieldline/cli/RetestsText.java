package io.yieldline.cli;

import io.yieldline.Ratio;
import io.yieldline.insight.Repeats;
import io.yieldline.insight.RetestCounts;
import io.yieldline.insight.RetestVerdict;
import io.yieldline.insight.Retests;
import io.yieldline.insight.Retests.OfCode;
import io.yieldline.insight.Retests.OfFixture;
import io.yieldline.insight.Retests.OfStation;
import io.yieldline.insight.RetestsQuestion;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** What became of failed units, for people. */
final class RetestsText {
    private static final int CODES = 10;

    private final RetestsQuestion question;
    private final Retests retests;
    private final Console console;

    RetestsText(RetestsQuestion question, Retests retests, Console console) {
        this.question = question;
        this.retests = retests;
        this.console = console;
    }

    void print() {
        RetestCounts total = retests.total();
        say(
                "%s: of %,d first judged runs of units at a test-board station, %,d failed.",
                question.period().words(), total.units(), total.failed());
        if (total.failed() == 0) {
            return;
        }
        say(
                "Their next run there: %,d without a repair in between, of which %s passed; %,d after a repair, %s passed;"
                        + " %,d none yet.",
                total.unrepaired(),
                of(total.unrepairedPassed(), total.unrepaired()),
                total.repaired(),
                of(total.repairedPassed(), total.repaired()),
                total.notRetested());
        suspects();
        codes();
        stations();
    }

    private void suspects() {
        List<OfFixture> suspects = retests.fixtures().stream()
                .filter(each -> each.verdict().cause() != null)
                .toList();
        console.line("");
        if (suspects.isEmpty()) {
            console.line("No fixture fails more units than its mix explains.");
        }
        suspects.forEach(each -> console.line(words(each)));
    }

    private static String words(OfFixture each) {
        RetestVerdict verdict = each.verdict();
        return String.format(
                Locale.ROOT,
                "%s: %s. %,d of %,d retests on other fixtures without a repair passed, %.1f expected.",
                each.fixture().isEmpty() ? "(blank)" : each.fixture(),
                switch (Objects.requireNonNull(verdict.cause())) {
                    case FIXTURE -> "the fixture";
                    case BOARD -> "the boards";
                    case UNDECIDED -> "undecided";
                },
                verdict.passed(),
                verdict.retested(),
                verdict.expected());
    }

    private void codes() {
        console.line("");
        List<Field<OfCode>> fields = new ArrayList<>(
                List.of(new Field<>("error code", each -> each.code().isEmpty() ? "(blank)" : each.code())));
        fields.addAll(outcome(OfCode::counts));
        fields.addAll(repeats(OfCode::repeats));
        console.table(Table.of(retests.codes().stream().limit(CODES).toList(), fields));
        if (retests.codes().size() > CODES) {
            say(
                    "Not shown: %,d more; --by error_code --format csv has them.",
                    retests.codes().size() - CODES);
        }
    }

    private void stations() {
        console.line("");
        List<Field<OfStation>> fields = new ArrayList<>(List.of(new Field<>("station", OfStation::station)));
        fields.addAll(outcome(OfStation::counts));
        fields.addAll(repeats(OfStation::repeats));
        fields.add(new Field<>(
                "of its run time",
                each -> new Ratio(each.repeats().seconds(), each.runs().seconds()).percent()));
        console.table(Table.of(retests.stations(), fields));
    }

    private static <T> List<Field<T>> outcome(Function<T, RetestCounts> counts) {
        return List.of(
                new Field<>("failed", each -> counts.apply(each).failed()),
                new Field<>("retested", each -> counts.apply(each).unrepaired()),
                new Field<>(
                        "passed",
                        each -> of(
                                counts.apply(each).unrepairedPassed(),
                                counts.apply(each).unrepaired())),
                new Field<>("repaired", each -> counts.apply(each).repaired()));
    }

    private <T> List<Field<T>> repeats(Function<T, Repeats> repeats) {
        List<Field<T>> fields = new ArrayList<>(List.of(
                new Field<>("repeats", each -> repeats.apply(each).runs()),
                new Field<>("repeat minutes", each -> repeats.apply(each).minutes())));
        if (retests.settings().costPerHour() != null) {
            fields.add(new Field<>("cost", each -> repeats.apply(each).cost(retests.settings())));
        }
        return fields;
    }

    private static String of(long part, long whole) {
        return whole == 0 ? String.valueOf(part) : part + " (" + new Ratio(part, whole).percent() + ")";
    }

    private void say(String format, Object... values) {
        console.line(String.format(Locale.ROOT, format, values));
    }
}
