package io.yieldline.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The published cases of Nelson's rules: centre 0, standard deviation 1, places from 1. */
class RuleTest {
    private static final int NELSON = 9;
    private static final int WESTERN_ELECTRIC = 8;

    @Test
    void beyond_isStrict() {
        assertThat(flagged(NelsonRule.BEYOND, NELSON, 0, 3.2, -3.5, 2.9)).containsExactly(2, 3);
        assertThat(flagged(NelsonRule.BEYOND, NELSON, 0, 3.2, -3.4, 3)).containsExactly(2, 3);
    }

    @Test
    void run_isFlaggedFromWhereItIsLongEnough() {
        assertThat(flagged(NelsonRule.RUN, NELSON, repeated(0.5, 10, -0.5, 10))).containsExactly(9, 10, 19, 20);
        assertThat(flagged(NelsonRule.RUN, WESTERN_ELECTRIC, repeated(-1, 8, 1, 1)))
                .containsExactly(8);
        assertThat(flagged(NelsonRule.RUN, WESTERN_ELECTRIC, repeated(2.5, 7, 3.2, 1)))
                .containsExactly(8);
    }

    @Test
    void aPointOnTheCentre_endsARun() {
        assertThat(flagged(NelsonRule.RUN, 3, 1, 1, 0, 1, 1)).isEmpty();
        assertThat(flagged(NelsonRule.RUN, 3, 1, 1, 0, 1, 1, 1)).containsExactly(6);
    }

    @Test
    void trend_needsStrictSteps() {
        assertThat(flagged(NelsonRule.TREND, NELSON, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1))
                .containsExactly(6, 7, 13, 14);
    }

    @Test
    void alternating() {
        assertThat(flagged(NelsonRule.ALTERNATING, NELSON, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8))
                .containsExactly(14, 15);
    }

    @Test
    void aRowSaysHowLongItIs_andOnWhichSide() {
        double[] values = repeated(-0.5, 10, 0.5, 1);

        assertThat(NelsonRule.RUN.rows(values, values, NELSON)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, -9, -10, 0);
        assertThat(NelsonRule.TREND.rows(new double[] {7, 6, 5, 4, 3, 2}, values, NELSON))
                .containsExactly(0, 0, 0, 0, 0, -6);
    }

    @Test
    void theirNumbersAreNelsons() {
        assertThat(Arrays.stream(NelsonRule.values()).map(NelsonRule::number)).containsExactly(1, 2, 3, 4);
    }

    private static List<Integer> flagged(NelsonRule rule, int run, double... values) {
        int[] rows = rule.rows(values, values, run);
        return IntStream.range(0, rows.length)
                .filter(i -> rows[i] != 0)
                .mapToObj(i -> i + 1)
                .toList();
    }

    private static double[] repeated(double one, int times, double other, int otherTimes) {
        return DoubleStream.concat(
                        DoubleStream.generate(() -> one).limit(times),
                        DoubleStream.generate(() -> other).limit(otherTimes))
                .toArray();
    }
}
