package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.yieldline.insight.RetestVerdict.Cause;
import io.yieldline.insight.Retests.OfFixture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetestsTest {
    private static final List<String> STRATUM = List.of("FLA", "SXM", "692-1");
    private static final RetestSettings SETTINGS = new RetestSettings(new BigDecimal("40"), 60);

    /** BAD's failed units pass elsewhere, those of POOR do not, and elsewhere one in four does. */
    @Test
    void suspectWhoseUnitsPassElsewhere_isABadFixture_andOneWhoseUnitsFailAgain_hasBadBoards() {
        List<Retest> retests = new ArrayList<>();
        retests.addAll(fixture("BAD", 80, 10, 10));
        retests.addAll(fixture("POOR", 70, 30, 0));
        retests.addAll(fixture("GOOD", 980, 20, 5));

        List<OfFixture> fixtures = of(retests).fixtures();
        assertThat(fixtures.stream().map(OfFixture::fixture)).containsExactly("BAD", "GOOD", "POOR");
        RetestVerdict bad = fixtures.get(0).verdict();
        assertThat(bad.cause()).isEqualTo(Cause.FIXTURE);
        assertThat(bad.expected()).isEqualTo(10 * 15 / 60.0, within(1e-12));
        // All 15 passes among 60 retests, 10 of them on BAD's: C(15,10) / C(60,10).
        assertThat(bad.fixturePValue()).isEqualTo(3003 / 75394027566.0, within(1e-18));
        assertThat(fixtures.get(1).verdict()).isEqualTo(RetestVerdict.NONE);
        assertThat(fixtures.get(2).verdict().cause()).isEqualTo(Cause.BOARD);
    }

    @Test
    void repairedUnits_areCountedApart_andTellNothing() {
        List<Retest> retests = new ArrayList<>(fixture("BAD", 80, 0, 0));
        retests.add(failed("BAD", "other", true, true, 10));
        retests.addAll(fixture("GOOD", 990, 10, 2));

        OfFixture bad = of(retests).fixtures().get(0);
        assertThat(bad.counts().other()).isEqualTo(10);
        assertThat(bad.counts().repairedOtherPassed()).isEqualTo(10);
        assertThat(bad.counts().unrepaired()).isZero();
        assertThat(bad.verdict().cause()).isEqualTo(Cause.UNDECIDED);
        assertThat(bad.verdict().retested()).isZero();
    }

    @Test
    void repeats_countForTheRunBefore_andCostWhatAnHourCosts() {
        List<RunTime> times = List.of(
                new RunTime("FLA", "", "", false, 10, 6_000),
                new RunTime("FLA", "A", "EC1", true, 2, 1_800),
                new RunTime("FLA", "A", "", true, 1, 200));
        Retests retests = Retests.of(
                List.of(failed("A", "same", false, false, 1), failed("A", "none", false, false, 2)), times, SETTINGS);

        assertThat(RetestTables.stations(retests).rows().get(0))
                .containsExactly(
                        "FLA",
                        3L,
                        3L,
                        1L,
                        0L,
                        new BigDecimal("0.000000000000"),
                        0L,
                        0L,
                        2L,
                        3L,
                        new BigDecimal("33.3"),
                        new BigDecimal("22.22"),
                        new BigDecimal("133.3"),
                        new BigDecimal("0.250000000000"));
        assertThat(retests.codes().get(0).repeats()).isEqualTo(new Repeats(2, 1_800));
        assertThat(retests.fixtures().get(0).repeats().cost(new RetestSettings(null, 60)))
                .isNull();
    }

    private static Retests of(List<Retest> retests) {
        return Retests.of(retests, List.of(), SETTINGS);
    }

    private static List<Retest> fixture(String name, long passed, long failed, long passedElsewhere) {
        return List.of(
                new Retest(STRATUM, name, false, "", "none", false, false, passed),
                failed(name, "other", false, true, passedElsewhere),
                failed(name, "other", false, false, failed - passedElsewhere));
    }

    private static Retest failed(String fixture, String retest, boolean repaired, boolean passed, long units) {
        return new Retest(STRATUM, fixture, true, "EC1", retest, repaired, passed, units);
    }
}
