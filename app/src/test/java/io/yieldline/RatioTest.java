package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shares with their counts and intervals. */
class RatioTest {
    /** Published values of the Wilson interval. */
    @ParameterizedTest
    @CsvSource({
        "95, 100, 0.888250, 0.978456",
        "19, 20, 0.763869, 0.991119",
        "20, 20, 0.838875, 1",
        "0, 20, 0, 0.161125",
        "4, 20, 0.080658, 0.416017"
    })
    void wilsonInterval(long numerator, long denominator, double low, double high) {
        Ratio ratio = new Ratio(numerator, denominator);
        assertThat(ratio.low()).isCloseTo(low, within(1e-6));
        assertThat(ratio.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void nothingOfNothingIsNoShare() {
        Ratio nothing = new Ratio(0, 0);
        assertThat(nothing.percent()).isEqualTo("n/a");
        assertThat(nothing.interval()).isEmpty();
        assertThat(nothing.pointsOver(new Ratio(1, 2))).isEmpty();
    }

    @Test
    void percentIsRoundedHalfUp() {
        assertThat(new Ratio(198, 210).percent()).isEqualTo("94.29 %");
        assertThat(new Ratio(1, 8).percent()).isEqualTo("12.50 %");
        assertThat(new Ratio(1, 800).percent()).isEqualTo("0.13 %");
        assertThat(new Ratio(1, 8).percent(1)).contains(new BigDecimal("12.5"));
        assertThat(new Ratio(0, 0).percent(1)).isEmpty();
        assertThat(new Ratio(19, 20).pointsOver(new Ratio(98, 100))).isEqualTo("-3.00");
    }

    @Test
    void intervalStandsBesideEveryCount() {
        assertThat(new Ratio(98, 99).interval()).isEqualTo("94.5 to 99.8 %");
        assertThat(new Ratio(0, 0).interval()).isEmpty();
    }

    @Test
    void nothingIsRoundedToAllOrNone() {
        assertThat(new Ratio(1_999, 2_000).percent()).isEqualTo("99.95 %");
        assertThat(new Ratio(20_000, 20_001).percent()).isEqualTo("> 99.99 %");
        assertThat(new Ratio(1, 20_001).percent()).isEqualTo("< 0.01 %");
        assertThat(new Ratio(2_000, 2_000).percent()).isEqualTo("100.00 %");
        assertThat(new Ratio(0, 2_000).percent()).isEqualTo("0.00 %");
        assertThat(new Ratio(20_000, 20_001).percent(2)).contains(new BigDecimal("99.99"));
        assertThat(new Ratio(1_999, 2_000).percent(1)).contains(new BigDecimal("99.9"));
        assertThat(Percent.of(0.999_996, 2)).isEqualTo("> 99.99 %");
        assertThat(new Ratio(9_999, 10_000).interval()).isEqualTo("99.9 to > 99.9 %");
    }

    @Test
    void noDifferenceHasNoSign() {
        assertThat(new Ratio(500_000, 1_000_001).pointsOver(new Ratio(1, 2))).isEqualTo("0.00");
        assertThat(new Ratio(9, 10).pointsOver(new Ratio(1, 1))).isEqualTo("-10.00");
        assertThat(new Ratio(1, 2).pointsOver(new Ratio(1, 3))).isEqualTo("+16.67");
    }
}
