package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
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
    void imprecise_from2ToThe53() {
        assertThat(Numbers.isImprecise(9007199254740991d)).isFalse();
        assertThat(Numbers.isImprecise(9007199254740992d)).isTrue();
        assertThat(Numbers.isImprecise(-1e300)).isTrue();
    }

    @Property
    boolean shortcut_sameAsTheLongWay(@ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long number) {
        String literal = Long.toString(number);
        return Numbers.isCanonical(literal)
                && Numbers.text(Numbers.parse(literal)).equals(literal);
    }

    @Property
    boolean text_sameNumber(@ForAll double number) {
        return new BigDecimal(Numbers.text(number)).doubleValue() == number;
    }
}
