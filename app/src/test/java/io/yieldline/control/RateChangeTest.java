package io.yieldline.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The day from which a rate differs, and how often chance alone makes as great a difference. */
class RateChangeTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-04-01");

    @Test
    void probability_isTheShareOfAllWaysToSpreadTheFailedUnits() {
        int[] units = {2, 1, 3, 2, 1, 2, 3};
        int[] failed = {0, 0, 1, 0, 1, 2, 2};
        RateChange change = RateChange.of(days(failed, units)).orElseThrow();

        assertThat(change.p()).isEqualTo(shareOfAllWays(units, 6, change.g()), within(1e-12));
        assertThat(change.place()).isEqualTo(4);
        assertThat(change.p()).isBetween(0.01, 0.2);
    }

    /** The share of all choices of failed units among the units of all days whose greatest G is as great. */
    private static double shareOfAllWays(int[] units, int failed, double g) {
        int all = IntStream.of(units).sum();
        int ways = 0;
        int reaching = 0;
        for (int choice = 0; choice < 1 << all; choice++) {
            if (Integer.bitCount(choice) == failed) {
                ways++;
                reaching += greatestG(choice, units) >= g - 1e-9 ? 1 : 0;
            }
        }
        return (double) reaching / ways;
    }

    private static double greatestG(int choice, int[] units) {
        int[] failed = new int[units.length];
        int left = choice;
        for (int day = 0; day < units.length; day++) {
            failed[day] = Integer.bitCount(left & (1 << units[day]) - 1);
            left >>= units[day];
        }
        Sums sums = Sums.of(days(failed, units));
        return IntStream.rangeClosed(RateChange.LEAST_DAYS, units.length - RateChange.LEAST_DAYS)
                .mapToDouble(place -> sums.g(place, sums.failed()[place]))
                .max()
                .orElseThrow();
    }

    /** Of 2 x 2 = 4 counts: 97 of 8,149 failed before, 34 of 739 after; computed without this program. */
    @Test
    void g_isThatOfTheTableOfFourCounts() {
        int[] units = {2716, 2716, 2717, 246, 246, 247};
        int[] failed = {32, 32, 33, 11, 11, 12};
        RateChange change = RateChange.of(days(failed, units)).orElseThrow();

        assertThat(change.place()).isEqualTo(3);
        assertThat(change.g()).isEqualTo(36.8, within(0.05));
    }

    @Test
    void doubledRate_isFoundOnItsDay_orWithinTwo() {
        Random random = new Random(14);
        int close = 0;
        int significant = 0;
        for (int world = 0; world < 200; world++) {
            RateChange change =
                    RateChange.of(drawn(random, 40, 25, 100, 0.06, 0.12)).orElseThrow();
            close += Math.abs(change.place() - 25) <= 2 ? 1 : 0;
            significant += change.p() < 0.001 ? 1 : 0;
        }
        assertThat(close).isGreaterThan(170);
        assertThat(significant).isGreaterThan(190);
    }

    /** The p-value is exact, so that chance alone is below 5 % in 5 % of the series at most. */
    @Test
    void chanceAlone_isSeldomSignificant() {
        Random random = new Random(15);
        long significant = IntStream.range(0, 1_000)
                .filter(world -> RateChange.of(drawn(random, 30, 15, 40, 0.1, 0.1))
                        .filter(change -> change.p() <= 0.05)
                        .isPresent())
                .count();

        assertThat(significant).isBetween(25L, 65L);
    }

    @Test
    void tooFewDays_orNothingThatVaries_isNoChange() {
        assertThat(RateChange.of(days(new int[] {0, 0, 5, 5, 5}, new int[] {5, 5, 5, 5, 5})))
                .isEmpty();
        assertThat(RateChange.of(days(new int[9], new int[] {5, 5, 5, 5, 5, 5, 5, 5, 5})))
                .isEmpty();
        assertThat(RateChange.of(List.of())).isEmpty();
    }

    /** The example of Benjamini and Hochberg, 1995: four of fifteen comparisons. */
    @Test
    void falseDiscoveries_publishedExample() {
        List<Double> published = new ArrayList<>(List.of(
                0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
                0.7590, 1.0));
        Collections.shuffle(published, new Random(1));

        assertThat(FalseDiscoveries.limit(published.stream().mapToDouble(p -> p), 0.05))
                .isEqualTo(0.0095);
        assertThat(FalseDiscoveries.limit(DoubleStream.of(0.06, 0.9), 0.05)).isZero();
        assertThat(FalseDiscoveries.limit(DoubleStream.empty(), 0.05)).isZero();
    }

    static List<Sample> drawn(Random random, int days, int from, int units, double before, double after) {
        int[] failed = IntStream.range(0, days)
                .map(day -> (int) IntStream.range(0, units)
                        .filter(unit -> random.nextDouble() < (day < from ? before : after))
                        .count())
                .toArray();
        return days(failed, IntStream.range(0, days).map(day -> units).toArray());
    }

    static List<Sample> days(int[] failed, int[] units) {
        return IntStream.range(0, units.length)
                .mapToObj(day -> new Sample(FIRST.plusDays(day), failed[day], units[day]))
                .toList();
    }
}
