package io.yieldline.insight;

import static io.yieldline.insight.SuspectTables.rounded;

import io.yieldline.insight.Retests.OfCode;
import io.yieldline.insight.Retests.OfFixture;
import io.yieldline.insight.Retests.OfStation;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** What became of failed units, as tables. Shares are decimal numbers with twelve places, blank where there is nothing to divide. */
public final class RetestTables {
    private RetestTables() {}

    /** A row for each fixture. */
    public static Table fixtures(Retests retests) {
        List<Field<OfFixture>> fields = new ArrayList<>(List.of(new Field<>("fixture", OfFixture::fixture)));
        fields.addAll(List.of(
                count("units", RetestCounts::units),
                count("failed_first", RetestCounts::failed),
                count("retested_same_fixture", RetestCounts::same),
                count("passed_same_fixture", RetestCounts::samePassed),
                count("retested_other_fixture", RetestCounts::other),
                count("passed_other_fixture", RetestCounts::otherPassed),
                count("not_retested", RetestCounts::notRetested),
                count("repaired_same_fixture", RetestCounts::repairedSame),
                count("repaired_passed_same_fixture", RetestCounts::repairedSamePassed),
                count("repaired_other_fixture", RetestCounts::repairedOther),
                count("repaired_passed_other_fixture", RetestCounts::repairedOtherPassed),
                new Field<>(
                        "expected_passed_other", each -> rounded(each.verdict().expected())),
                new Field<>("p_fixture", each -> p(each.verdict().fixturePValue())),
                new Field<>("p_board", each -> p(each.verdict().boardPValue())),
                new Field<>("verdict", RetestTables::cause)));
        fields.addAll(repeats(retests, OfFixture::repeats));
        return Table.of(retests.fixtures(), fields);
    }

    /** A row for each error code, the most frequent first. */
    public static Table codes(Retests retests) {
        List<Field<OfCode>> fields = new ArrayList<>(List.of(new Field<>("error_code", OfCode::code)));
        fields.addAll(outcome(OfCode::counts));
        fields.addAll(repeats(retests, OfCode::repeats));
        return Table.of(retests.codes(), fields);
    }

    /** A row for each station. */
    public static Table stations(Retests retests) {
        List<Field<OfStation>> fields = new ArrayList<>(List.of(
                new Field<>("station", OfStation::station),
                new Field<>("units", each -> each.counts().units())));
        fields.addAll(outcome(OfStation::counts));
        fields.addAll(repeats(retests, OfStation::repeats));
        fields.add(new Field<>("run_minutes", each -> each.runs().minutes()));
        fields.add(new Field<>(
                "repeat_share",
                each -> share(each.repeats().seconds(), each.runs().seconds())));
        return Table.of(retests.stations(), fields);
    }

    /** A share for files and programs; null if there is nothing to divide. */
    static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : Decimals.of(BigFraction.of(part, whole));
    }

    private static <T> List<Field<T>> outcome(Function<T, RetestCounts> counts) {
        return List.of(
                new Field<>("failed_first", each -> counts.apply(each).failed()),
                new Field<>("retested", each -> counts.apply(each).unrepaired()),
                new Field<>("passed", each -> counts.apply(each).unrepairedPassed()),
                new Field<>(
                        "pass_share",
                        each -> share(
                                counts.apply(each).unrepairedPassed(),
                                counts.apply(each).unrepaired())),
                new Field<>("repaired", each -> counts.apply(each).repaired()),
                new Field<>("repaired_passed", each -> counts.apply(each).repairedPassed()),
                new Field<>("not_retested", each -> counts.apply(each).notRetested()));
    }

    private static <T> List<Field<T>> repeats(Retests retests, Function<T, Repeats> repeats) {
        return List.of(
                new Field<>("repeats", each -> repeats.apply(each).runs()),
                new Field<>("repeat_minutes", each -> repeats.apply(each).minutes()),
                new Field<>("repeat_cost", each -> repeats.apply(each).cost(retests.settings())));
    }

    private static Field<OfFixture> count(String name, ToLongFunction<RetestCounts> value) {
        return new Field<>(name, each -> value.applyAsLong(each.counts()));
    }

    private static @Nullable String p(@Nullable Double value) {
        return SuspectTables.scientific(value);
    }

    private static @Nullable String cause(OfFixture each) {
        return each.verdict().cause() == null ? null : each.verdict().cause().word();
    }
}
