package io.yieldline.cli;

import io.yieldline.insight.Interval;
import io.yieldline.insight.Suspect;
import io.yieldline.insight.Suspects;
import io.yieldline.insight.SuspectsQuestion;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who fails more units than the mix explains, for people: what was counted, the table, and what it is worth. */
final class SuspectsText {
    /** A table for people has so many rows beside the suspects. */
    private static final int OTHERS = 10;

    private final SuspectsQuestion question;
    private final Suspects suspects;
    private final Console console;

    SuspectsText(SuspectsQuestion question, Suspects suspects, Console console) {
        this.question = question;
        this.suspects = suspects;
        this.console = console;
    }

    void print() {
        console.line(String.format(
                Locale.ROOT,
                "%s, %s: %,d first judged runs of units at a station, %,d failed.",
                question.of().logInWords(),
                question.period().words(),
                suspects.units(),
                suspects.failed()));
        if (suspects.judged().isEmpty()) {
            console.line("nothing to judge: no " + question.of().word().replace('_', ' ') + " has "
                    + Suspect.LEAST_UNITS + " units");
            return;
        }
        long found = suspects.suspects().count();
        console.table(Table.of(
                suspects.judged().stream().limit(found + OTHERS).toList(),
                List.of(
                        new Field<>(question.of().word(), SuspectsText::named),
                        new Field<>("units", Suspect::units),
                        new Field<>("failed", Suspect::failed),
                        new Field<>("expected", each -> decimal(each.expected(), 2)),
                        new Field<>("times", each -> decimal(each.ratio(), 1)),
                        new Field<>("95 % interval", each -> interval(each.interval())),
                        new Field<>("p-value", each -> probability(each.pValue())),
                        new Field<>("suspect", each -> each.suspect() ? "yes" : ""))));
        console.line("");
        said(found);
    }

    private void said(long found) {
        int judged = suspects.judged().size();
        console.line(String.format(
                Locale.ROOT,
                "%,d of %,d %s fail more units than expected from units of the same %s.",
                found,
                judged,
                question.of().plural(),
                question.of().strataInWords()));
        console.line(
                "False alarms: on average at most 5 % of the suspects; without a bad one, at most 1 list in 20 names any.");
        if (!suspects.notJudged().isEmpty()) {
            console.line(String.format(
                    Locale.ROOT,
                    "Not judged: %,d with fewer than %d units.",
                    suspects.notJudged().size(),
                    Suspect.LEAST_UNITS));
        }
        if (judged > found + OTHERS) {
            console.line(
                    String.format(Locale.ROOT, "Not shown: %,d more; --format csv has them.", judged - found - OTHERS));
        }
    }

    private static String named(Suspect each) {
        return each.name().isEmpty() ? "(blank)" : each.name();
    }

    private static @Nullable String decimal(@Nullable Double value, int places) {
        return value == null ? null : String.format(Locale.ROOT, "%,." + places + "f", value);
    }

    private static @Nullable String interval(@Nullable Interval interval) {
        return interval == null ? null : String.format(Locale.ROOT, "%.1f to %.1f", interval.least(), interval.most());
    }

    /** As a decimal number where it can be read as one. */
    private static @Nullable String probability(@Nullable Double value) {
        return value == null ? null : String.format(Locale.ROOT, value < 0.0001 ? "%.0e" : "%.4f", value);
    }
}
