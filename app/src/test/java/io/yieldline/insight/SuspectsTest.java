package io.yieldline.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.groups.Tuple.tuple;

import io.yieldline.insight.Candidate.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private static final List<String> EASY = List.of("FLA", "SXM", "692-1");
    private static final List<String> HARD = List.of("BAT", "SXM", "692-1");

    /** Of 20 units 5 failed, 4 of them on 10 units of A: by hand (C(10,4) C(10,1) + C(10,5)) / C(20,5) = 2352 / 15504. */
    @Test
    void pValueOfOneStratum_isHypergeometric() {
        Suspect suspect = only("A", runs(EASY, "A", 6, 4), runs(EASY, "B", 9, 1));

        assertThat(suspect.expected()).isEqualTo(2.5, within(1e-12));
        assertThat(suspect.pValue()).isEqualTo(2352.0 / 15504, within(1e-15));
        assertThat(suspect.beyond()).isEqualTo(1.5, within(1e-12));
    }

    /** Two strata with one failure each, on 1 of 2 and on 1 of 4 units: 1/2 + 1/4 expected, both by chance in 1/8. */
    @Test
    void strataAreConvolved() {
        List<Share> shares = List.of(new Share(EASY, 1, 1, 2, 1), new Share(HARD, 1, 1, 4, 1));

        assertThat(shares.stream().mapToDouble(Share::expected).sum()).isEqualTo(0.75);
        assertThat(ByChance.of(shares).atLeast(2)).isEqualTo(0.125, within(1e-15));
        assertThat(ByChance.of(shares).atLeast(1)).isEqualTo(0.625, within(1e-15));
        assertThat(ByChance.of(shares).atLeast(0)).isEqualTo(1);
        assertThat(ByChance.of(shares).atMost(0)).isEqualTo(0.375, within(1e-15));
        assertThat(ByChance.of(List.of()).atLeast(0)).isEqualTo(1);
    }

    /** All 20 failures of 2,000 units on 40 of them: C(1980,20) / C(2000,40) = the product of (40 - i) / (2000 - i) for i below 20. */
    @Test
    void smallProbability_isAsAccurateAsALargeOne() {
        double expected = 1;
        for (int i = 0; i < 20; i++) {
            expected *= (40.0 - i) / (2000 - i);
        }
        double found = ByChance.of(List.of(new Share(EASY, 40, 20, 2000, 20))).atLeast(20);

        assertThat(expected).isLessThan(1e-30);
        assertThat(found / expected).isEqualTo(1, within(1e-12));
    }

    @Test
    void candidates_areSuspects_ruledOut_orNotTested() {
        List<Dimension> columns = List.of(Dimension.STATION, Dimension.MODEL, Dimension.PART_NUMBER, Dimension.FIXTURE);
        List<SubjectUnits.Alike> units = List.of(
                alike("FLA", "A", true, 8),
                alike("FLA", "A", false, 2),
                alike("FLA", "B", true, 5),
                alike("FLA", "B", false, 95),
                alike("FLA", "C", false, 5),
                alike("BAT", "ALONE", true, 10),
                alike("BAT", "ALONE", false, 10));

        List<Candidate> more = Candidates.of(Dimension.FIXTURE, units, columns, false);
        assertThat(more)
                .extracting(Candidate::name, Candidate::failed, Candidate::verdict)
                .containsExactly(
                        tuple("A", 8L, Verdict.SUSPECT),
                        tuple("B", 5L, Verdict.RULED_OUT),
                        tuple("ALONE", 10L, Verdict.NOT_COMPARED),
                        tuple("C", 0L, Verdict.TOO_FEW));
        assertThat(more.get(0).expected()).isEqualTo(10 * 13.0 / 115, within(1e-12));

        List<Candidate> fewer = Candidates.of(Dimension.FIXTURE, units, columns, true);
        assertThat(fewer.get(0)).satisfies(best -> {
            assertThat(best.name()).isEqualTo("B");
            assertThat(best.verdict()).isEqualTo(Verdict.SUSPECT);
            assertThat(best.failed()).isEqualTo(5);
            assertThat(best.expected()).isEqualTo(100 * 13.0 / 115, within(1e-9));
        });
        assertThat(Candidates.of(Dimension.STATION, units, columns, false))
                .as("stations are compared by the units of a part number")
                .extracting(Candidate::name, Candidate::verdict)
                .containsExactly(tuple("BAT", Verdict.SUSPECT), tuple("FLA", Verdict.RULED_OUT));
    }

    private static SubjectUnits.Alike alike(String station, String fixture, boolean failed, long number) {
        return new SubjectUnits.Alike(List.of(station, "SXM", "692-1", fixture), failed, number);
    }

    /** A fixture of a hard test fails more than the rate of all, and not more than its own test explains. */
    @Test
    void mixExplainsFailures() {
        Suspects suspects = suspects(
                runs(HARD, "HARD1", 60, 40),
                runs(HARD, "HARD2", 61, 39),
                runs(EASY, "EASY1", 199, 1),
                runs(EASY, "EASY2", 180, 20));

        assertThat(suspects.suspects().map(Suspect::name)).containsExactly("EASY2");
        assertThat(suspects.units()).isEqualTo(600);
        assertThat(suspects.failed()).isEqualTo(100);
    }

    @Test
    void fewerThanTenUnits_areNotJudged_butCountInTheirStratum() {
        Suspects suspects = suspects(runs(EASY, "FEW", 0, 9), runs(EASY, "MANY", 91, 0));

        assertThat(suspects.notJudged().stream().map(Suspect::name)).containsExactly("FEW");
        assertThat(suspects.notJudged().get(0).expected()).isEqualTo(0.81, within(1e-12));
        assertThat(suspects.judged().get(0).expected()).isEqualTo(8.19, within(1e-12));
        assertThat(suspects.suspects()).isEmpty();
    }

    /** The same day is bad at one station only; a day of hard part numbers fails no more than these explain. */
    @Test
    void dayOfAStation_isComparedWithItsOtherDays() {
        List<String> easy = List.of("FLA", "SXM", "692-2");
        StationPeriods found = StationPeriods.of(Stream.of(
                        runs(HARD, "2025-05-21", 60, 40),
                        runs(HARD, "2025-05-22", 61, 39),
                        runs(EASY, "2025-05-21", 199, 1),
                        runs(EASY, "2025-05-22", 20, 20),
                        runs(easy, "2025-05-23", 50, 50))
                .flatMap(Stream::of)
                .toList());

        assertThat(found.all().stream().filter(Suspect::suspect).map(Suspect::names))
                .containsExactly(List.of("FLA", "2025-05-22"));
        assertThat(found.table().rows()).hasSize(5);
    }

    /** Two codes of one station: one falls on both fixtures alike, the other on the first only. */
    @Test
    void errorCode_isJudgedOnEachFixture() {
        Suspects suspects = Suspects.of(
                Suspected.ERROR_CODE,
                List.of(
                        new FirstRuns(EASY, "A", "", 80),
                        new FirstRuns(EASY, "A", "EC1", 10),
                        new FirstRuns(EASY, "A", "EC2", 10),
                        new FirstRuns(EASY, "B", "", 90),
                        new FirstRuns(EASY, "B", "EC1", 10)));

        assertThat(suspects.suspects().map(Suspect::name)).containsExactly("EC2 on A");
        assertThat(suspects.judged()).hasSize(4).allMatch(each -> each.units() == 100);
    }

    /** Garwood's published limits: 0 to 3.689, 0.0253 to 5.572, 4.795 to 18.39. */
    @Test
    void intervalOfACount_isGarwoods() {
        assertThat(Interval.ofCount(0).least()).isZero();
        assertThat(Interval.ofCount(0).most()).isEqualTo(3.6889, within(5e-5));
        assertThat(Interval.ofCount(1).least()).isEqualTo(0.0253, within(5e-5));
        assertThat(Interval.ofCount(1).most()).isEqualTo(5.5716, within(5e-5));
        assertThat(Interval.ofCount(10).least()).isEqualTo(4.7954, within(5e-5));
        assertThat(Interval.ofCount(10).most()).isEqualTo(18.3904, within(5e-5));
        assertThat(Interval.ofCount(1000).least()).isEqualTo(938.97, within(0.01));
    }

    /**
     * Worlds without a bad fixture: the failures of each stratum fall on its units at random. A p-value of at most a is then at most
     * as frequent as a, and any suspect at all in at most 5 % of the worlds; three standard deviations are left to chance.
     */
    @Test
    void withoutABadFixture_fewWorldsHaveASuspect() {
        int worlds = 1_000;
        Random random = new Random(14);
        List<Double> pValues = new ArrayList<>();
        int alarms = 0;
        int cells = 0;
        for (int world = 0; world < worlds; world++) {
            FirstRuns[] runs = permuted(random);
            Suspects suspects = suspects(runs);
            suspects.judged().forEach(each -> pValues.add(Objects.requireNonNull(each.pValue())));
            alarms += suspects.suspects().findAny().isPresent() ? 1 : 0;
            cells += StationPeriods.of(List.of(runs)).all().stream().anyMatch(Suspect::suspect) ? 1 : 0;
        }

        assertThat(alarms / (double) worlds).isLessThan(atMost(0.05, worlds));
        assertThat(cells / (double) worlds)
                .as("any cell of stations and periods")
                .isLessThan(atMost(0.05, worlds));
        for (double limit : new double[] {0.001, 0.01, 0.05, 0.2, 0.5}) {
            double share = pValues.stream().filter(p -> p <= limit).count() / (double) pValues.size();
            assertThat(share).as("share of p-values up to %s", limit).isLessThan(atMost(limit, pValues.size()));
        }
    }

    private static double atMost(double share, int trials) {
        return share + 3 * Math.sqrt(share * (1 - share) / trials);
    }

    /** Twenty fixtures in six strata of very different rates and sizes. */
    private static FirstRuns[] permuted(Random random) {
        List<FirstRuns> runs = new ArrayList<>();
        for (int stratum = 0; stratum < 6; stratum++) {
            List<String> values = List.of("S" + stratum, "SXM", "692-1");
            List<Integer> units = new ArrayList<>(Collections.nCopies(60 + 40 * stratum, 0));
            Collections.fill(units.subList(0, 2 + 5 * stratum), 1);
            Collections.shuffle(units, random);
            for (int i = 0; i < units.size(); i++) {
                runs.add(new FirstRuns(values, "F" + i % 20, units.get(i) == 1 ? FirstRuns.FAILED : "", 1));
            }
        }
        return runs.toArray(FirstRuns[]::new);
    }

    private static Suspect only(String name, FirstRuns[]... runs) {
        return suspects(runs).all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Suspects suspects(FirstRuns[]... runs) {
        List<FirstRuns> all = new ArrayList<>();
        for (FirstRuns[] some : runs) {
            all.addAll(List.of(some));
        }
        return Suspects.of(Suspected.FIXTURE, all);
    }

    private static FirstRuns[] runs(List<String> stratum, String fixture, long passed, long failed) {
        return new FirstRuns[] {
            new FirstRuns(stratum, fixture, "", passed), new FirstRuns(stratum, fixture, FirstRuns.FAILED, failed)
        };
    }
}
