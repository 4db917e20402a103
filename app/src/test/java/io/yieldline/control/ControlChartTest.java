package io.yieldline.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Control charts against the numbers that textbooks and other programs publish for their data; places from 1. */
class ControlChartTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final ChartOptions BEYOND_ONLY = new ChartOptions(ControlChartType.P, Set.of(NelsonRule.BEYOND), 9);

    /** Montgomery, example 7.1: cans of orange juice concentrate that leak, of 50. */
    private static final List<Sample> JUICE = of(
            50, 12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9,
            6);

    /** The same machine after it was adjusted. */
    private static final List<Sample> ADJUSTED =
            of(50, 9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4, 3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5);

    /** Montgomery, table 7.4: purchase orders with errors, of different numbers. */
    private static final List<Sample> ORDERS = of("12/100 8/80 6/80 9/100 10/110 12/110 11/100 16/100 10/90 6/90"
            + " 20/110 15/120 9/120 8/120 6/110 8/80 10/80 7/80 5/90 8/100 5/100 8/100 10/100 6/90 9/90");

    /** NHS England: patients seen within four hours, by week; the data that Laney's chart is shown with. */
    private static final List<Sample> PATIENTS =
            of("266501/280443 264225/276823 276532/291681 281461/296155 269071/282343 261215/275888 270409/283867"
                    + " 279778/295251 270483/284468 270320/282529 267923/279618 271478/283932 255353/266629"
                    + " 256820/268091 261835/276803 259144/271578 255910/266005 260863/273520 264465/278574"
                    + " 260989/273772");

    @Test
    void constantNumbers() {
        ControlChart chart = ControlChart.of(JUICE, JUICE, BEYOND_ONLY);

        assertThat(chart.centre()).isEqualTo(new Centre(347, 1500));
        assertThat(chart.centre().share()).isCloseTo(0.231333, within(5e-7));
        assertLimits(chart, 1, 0.052428, 0.410239);
        assertThat(out(chart)).containsExactly(15, 23);
    }

    @Test
    void whatIsLeftOutOfTheBaseline_staysAPoint() {
        List<Sample> baseline = without(JUICE, 15, 23);
        ControlChart chart = ControlChart.of(JUICE, baseline, BEYOND_ONLY);

        assertThat(chart.centre()).isEqualTo(new Centre(301, 1400));
        assertLimits(chart, 1, 0.040703, 0.389297);
        assertThat(out(chart)).containsExactly(15, 21, 23);
        assertThat(chart.points().get(14).inBaseline()).isFalse();
        assertThat(chart.points().get(13).inBaseline()).isTrue();
    }

    @Test
    void aFixedBaseline_judgesWhatCameLater() {
        ControlChart later = ControlChart.of(ADJUSTED, without(JUICE, 15, 23), BEYOND_ONLY);
        ControlChart own = ControlChart.of(ADJUSTED, ADJUSTED, BEYOND_ONLY);

        assertThat(out(later)).containsExactly(11);
        assertThat(later.points().get(10).signals().get(0).words()).isEqualTo("below the lower limit");
        assertThat(own.centre()).isEqualTo(new Centre(133, 1200));
        assertLimits(own, 1, 0, 0.244021);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0.194093",
        "9, 0.002565, 0.188455",
        "1, 0.007335, 0.183686",
        "5, 0.011438, 0.179582",
        "12, 0.015017, 0.176003"
    })
    void differentNumbers_haveLimitsOfTheirOwn(int place, double lower, double upper) {
        assertLimits(ControlChart.of(ORDERS, ORDERS, BEYOND_ONLY), place, lower, upper);
    }

    /** Straight limits by the average number would not see it. */
    @Test
    void differentNumbers_theEleventhIsOut() {
        ControlChart chart = ControlChart.of(ORDERS, ORDERS, ChartOptions.USUAL);

        assertThat(chart.centre()).isEqualTo(new Centre(234, 2450));
        assertThat(out(chart)).containsExactly(11);
        assertThat(chart.centre().distance(ORDERS.get(10))).isCloseTo(3.079786, within(5e-7));
        assertThat(ORDERS.get(10).share()).isLessThan(0.184581);
        assertThat(chart.spread().orElseThrow().sigmaZ()).isCloseTo(0.965674, within(5e-7));
        assertThat(chart.kind()).isEqualTo(ControlChartType.P);
        assertThat(chart.reason())
                .isEqualTo(
                        "p chart, because sigma Z is 0.85 on 24 days within the limits of a p chart, no more than the 95 % limit 1.31.");
    }

    @Test
    void manyRecordsThatDifferByMoreThanCounting_getLaneysLimits() {
        ControlChart plain = ControlChart.of(PATIENTS, PATIENTS, BEYOND_ONLY);
        ControlChart chart = ControlChart.of(PATIENTS, PATIENTS, ChartOptions.USUAL);

        assertThat(out(plain)).containsExactly(1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 19);
        assertLimits(plain, 1, 0.951700, 0.954100);
        assertThat(chart.centre().distance(PATIENTS.get(0))).isCloseTo(-6.5340, within(5e-5));
        assertThat(chart.spread().orElseThrow().sigmaZ()).isCloseTo(10.640422, within(5e-7));
        assertThat(chart.kind()).isEqualTo(ControlChartType.LANEY);
        assertLimits(chart, 1, 0.940130, 0.965670);
        assertThat(out(chart)).isEmpty();
        assertThat(chart.reason())
                .isEqualTo("Laney's P' chart, because sigma Z is 10.64 on 20 days, more than the 95 % limit 1.34: the"
                        + " variation exceeds binomial variation, so the limits are wider.");
        assertThat(plain.reason()).isEqualTo("p chart, as requested; sigma Z is 10.64 on 20 days.");
    }

    /** Days of pure chance make Laney's chart about one time in twenty, whatever their number. */
    @ParameterizedTest
    @CsvSource({"8", "20", "60"})
    void chanceAloneSeldomMakesLaneysChart(int days) {
        Random random = new Random(7);
        int charts = 2_000;
        long laney = IntStream.range(0, charts)
                .filter(i -> {
                    List<Sample> chance = of(
                            400,
                            random.ints(days, 0, 1)
                                    .map(zero -> binomial(random, 400, 0.1))
                                    .toArray());
                    return ControlChart.of(chance, chance, ChartOptions.USUAL).kind() == ControlChartType.LANEY;
                })
                .count();

        assertThat((double) laney / charts).isBetween(0.03, 0.08);
    }

    /**
     * A day of 15 failed of 200 where 3 % fail, beyond the limits of a p chart. If it had a say in whether the limits are widened, it would
     * hide itself in more than one of ten such charts.
     */
    @Test
    void aDayBeyondTheLimits_doesNotWidenThem() {
        Random random = new Random(3);
        int beyond = 0;
        int hidden = 0;
        int hiddenIfAsked = 0;
        for (int world = 0; world < 2_000; world++) {
            int[] failed = IntStream.range(0, 20)
                    .map(day -> day == 10 ? 15 : binomial(random, 200, 0.03))
                    .toArray();
            List<Sample> days = of(200, failed);
            if (out(ControlChart.of(days, days, BEYOND_ONLY)).contains(11)) {
                ControlChart chart = ControlChart.of(days, days, ChartOptions.USUAL);
                ControlChart laney = ControlChart.of(
                        days, days, new ChartOptions(ControlChartType.LANEY, Set.of(NelsonRule.BEYOND), 9));
                boolean asked = chart.spread().orElseThrow().byMoreThanCounting();
                beyond++;
                hidden += out(chart).contains(11) ? 0 : 1;
                hiddenIfAsked += asked && !out(laney).contains(11) ? 1 : 0;
            }
        }
        assertThat(beyond).isGreaterThan(1_700);
        assertThat((double) hidden / beyond).isLessThan(0.04);
        assertThat((double) hiddenIfAsked / beyond).isGreaterThan(0.1);
    }

    /** From the eleventh day on, twice as many fail. */
    @Test
    void newestStableDays_areTheBaseline() {
        List<Sample> days = of(100, 4, 5, 6, 5, 4, 6, 5, 5, 4, 6, 11, 12, 10, 13, 11, 12, 10, 11, 12, 13);
        Baseline newest = Baseline.newest(days, 0.01);

        assertThat(newest).isEqualTo(new Baseline(days.subList(10, 20), Baseline.Choice.NEWEST, FIRST.plusDays(10)));
        assertThat(out(ControlChart.of(days.subList(10, 20), newest.days(), ChartOptions.USUAL)))
                .isEmpty();
        assertThat(out(ControlChart.of(days, days, ChartOptions.USUAL))).isNotEmpty();
    }

    @Test
    void tooFewDaysSinceAShift_leaveTheStableDaysBeforeIt() {
        List<Sample> days = of(100, 4, 5, 6, 5, 4, 6, 5, 5, 4, 6, 21, 22, 20, 23);
        Baseline earlier = Baseline.newest(days, 0.01);

        assertThat(earlier).isEqualTo(new Baseline(days.subList(0, 10), Baseline.Choice.EARLIER, FIRST.plusDays(10)));
        assertThat(out(ControlChart.of(days, earlier.days(), BEYOND_ONLY))).containsExactly(11, 12, 13, 14);
        assertThat(Baseline.newest(days, 0.5).choice()).isEqualTo(Baseline.Choice.STEADY);
        assertThat(Baseline.newest(days.subList(5, 14), 0.01).choice()).isEqualTo(Baseline.Choice.ALL);
        assertThat(Baseline.newest(List.of(), 0.01).days()).isEmpty();
    }

    @Test
    void aDayWithFewRecords_isShownAndNeverCalled_andRowsGoPastIt() {
        List<Sample> days = new ArrayList<>(JUICE);
        days.add(3, new Sample(FIRST.plusDays(100), 17, 17));
        ControlChart chart = ControlChart.of(
                days, JUICE, new ChartOptions(ControlChartType.P, Set.of(NelsonRule.BEYOND, NelsonRule.TREND), 9));

        Point few = chart.points().get(3);
        assertThat(chart.centre().leastRecords()).isEqualTo(18);
        assertThat(few.enough()).isFalse();
        assertThat(few.signals()).isEmpty();
        assertThat(few.sample().share()).isGreaterThan(few.limits().upper());
        assertThat(out(chart)).containsExactly(16, 24);
    }

    @Test
    void aRun_saysHowLongItIsAndSinceWhen() {
        List<Sample> days = new ArrayList<>(JUICE);
        IntStream.rangeClosed(1, 7).forEach(i -> days.add(new Sample(FIRST.plusDays(29 + i), 5, 50)));
        ControlChart chart =
                ControlChart.of(days, JUICE, new ChartOptions(ControlChartType.P, Set.of(NelsonRule.RUN), 9));

        Signal last = chart.points().get(36).signals().get(0);
        assertThat(last).isEqualTo(new Signal(NelsonRule.RUN, 9, true, FIRST.plusDays(28)));
        assertThat(last.words()).isEqualTo("9 in a row below the centre");
        assertThat(out(chart)).containsExactly(37);
    }

    @Test
    void tooFewDays_haveNoLimits_andSayHowManyAreNeeded() {
        List<Sample> week = JUICE.subList(0, 7);
        ControlChart chart = ControlChart.of(week, week, ChartOptions.USUAL);

        assertThat(chart.points()).hasSize(7).allSatisfy(point -> {
            assertThat(point.limits()).isNull();
            assertThat(point.signals()).isEmpty();
        });
        assertThat(chart.reason())
                .isEqualTo(
                        "No limits: they need 8 days of 20 judged records at least, 20 to be firm; the baseline has 7.");
    }

    @Test
    void whereNothingVaries_thereAreNoLimits() {
        List<Sample> clean = of(50, new int[30]);

        assertThat(ControlChart.of(clean, clean, ChartOptions.USUAL).reason())
                .isEqualTo("No limits: none of the 1500 judged records of the baseline failed, so nothing varies.");
        assertThat(ControlChart.of(clean, List.of(), ChartOptions.USUAL).reason())
                .isEqualTo("No limits: the baseline has no judged records.");
    }

    @Test
    void countsThatCannotBe_areRefused() {
        assertThatThrownBy(() -> new Sample(FIRST, 3, 2)).hasMessage("3 of 2 on 2025-01-01");
        assertThatThrownBy(() -> new Sample(FIRST, 0, 0)).hasMessage("0 of 0 on 2025-01-01");
    }

    private static int binomial(Random random, int judged, double share) {
        return (int) IntStream.range(0, judged)
                .filter(i -> random.nextDouble() < share)
                .count();
    }

    private static void assertLimits(ControlChart chart, int place, double lower, double upper) {
        ControlLimits limits = chart.points().get(place - 1).limits();
        assertThat(limits.lower()).isCloseTo(lower, within(5e-7));
        assertThat(limits.upper()).isCloseTo(upper, within(5e-7));
    }

    private static List<Integer> out(ControlChart chart) {
        return IntStream.range(0, chart.points().size())
                .filter(i -> !chart.points().get(i).signals().isEmpty())
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static List<Sample> without(List<Sample> samples, int... places) {
        List<Sample> left = new ArrayList<>(samples);
        IntStream.of(places).forEach(place -> left.remove(samples.get(place - 1)));
        return left;
    }

    private static List<Sample> of(int judged, int... failed) {
        return IntStream.range(0, failed.length)
                .mapToObj(i -> new Sample(FIRST.plusDays(i), failed[i], judged))
                .toList();
    }

    private static List<Sample> of(String counts) {
        String[] all = counts.split(" ");
        return IntStream.range(0, all.length)
                .mapToObj(i -> {
                    String[] pair = all[i].split("/");
                    return new Sample(FIRST.plusDays(i), Long.parseLong(pair[0]), Long.parseLong(pair[1]));
                })
                .toList();
    }
}
