package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    /** Random numbers of one seed, which the message of a failure names. */
    private static final long SEED = 20250401;

    private static final int NUMBERS = 5_000;

    @ParameterizedTest
    @CsvSource({
        "1654023081708, 1654023081708",
        "1.654023081708E12, 1654023081708",
        "1654023081708.0, 1654023081708",
        "0, 0",
        "-0.0, 0",
        "007, 7",
        "0.10000000000000001, 0.1",
        "12.50, 12.5",
        "-3, -3",
        "1E-7, 0.0000001",
        "1e21, 1000000000000000000000",
        "9007199254740991, 9007199254740991"
    })
    void text_plainDigits(String literal, String text) {
        assertThat(Numbers.text(Numbers.parse(literal))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"abc", "NaN", "Infinity", "1e999", "0x1p3", "1d", "'1,5'", "''", "1 2"})
    void parse_noNumber(String literal) {
        assertThat(Double.isFinite(Numbers.parse(literal))).isFalse();
    }

    @Test
    void imprecise_fromSixteenDigitsOn() {
        assertThat(Numbers.isImprecise(999_999_999_999_999d)).isFalse();
        assertThat(Numbers.isImprecise(1_000_000_000_000_000d)).isTrue();
        assertThat(Numbers.isImprecise(-1e300)).isTrue();
    }

    @Test
    void shortcut_sameAsTheLongWay() {
        long longest = 999_999_999_999_999L;
        LongStream random = new Random(SEED).longs(NUMBERS, 0, longest).map(number -> number >> number % 50);
        LongStream.concat(LongStream.of(0, 1, 9, 10, longest), random).forEach(number -> {
            String literal = Long.toString(number);
            assertThat(Numbers.isCanonical(literal))
                    .as("%s, seed %d", literal, SEED)
                    .isTrue();
            assertThat(Numbers.text(Numbers.parse(literal))).as("seed %d", SEED).isEqualTo(literal);
        });
    }

    @Test
    void text_sameNumber() {
        DoubleStream edges = DoubleStream.of(0, 1, -1, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 0.1);
        DoubleStream random = new Random(SEED)
                .longs(NUMBERS)
                .mapToDouble(Double::longBitsToDouble)
                .filter(Double::isFinite);
        DoubleStream.concat(edges, random)
                .forEach(number -> assertThat(new BigDecimal(Numbers.text(number)).doubleValue())
                        .as("seed %d", SEED)
                        .isEqualTo(number));
    }
}
