package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    static Stream<Arguments> dirt() {
        return Stream.of(
                Arguments.of("Pass_x000D_", "Pass\r", List.of(Cleaning.ESCAPES)),
                Arguments.of("A_x005F_x000D_", "A_x000D_", List.of(Cleaning.ESCAPES)),
                Arguments.of("1654_x001D_", "1654 ", List.of(Cleaning.ESCAPES, Cleaning.CONTROL_CHARACTERS)),
                Arguments.of("_x4e2d__x6587_", "\u4e2d\u6587", List.of(Cleaning.ESCAPES)),
                Arguments.of("FI\u0002", "FI ", List.of(Cleaning.CONTROL_CHARACTERS)),
                Arguments.of("F\u0000I\u0085", "F I ", List.of(Cleaning.CONTROL_CHARACTERS)),
                Arguments.of("\u00A0FI\u202F", " FI ", List.of(Cleaning.UNUSUAL_BLANKS)),
                Arguments.of("\uFEFFF\u200BI\u2060", "FI", List.of(Cleaning.UNUSUAL_BLANKS)),
                Arguments.of("BAT\u3000REPAIR\u00AD", "BAT REPAIR", List.of(Cleaning.UNUSUAL_BLANKS)),
                Arguments.of("=\"00165\"", "00165", List.of(Cleaning.TEXT_FORMULAS)),
                Arguments.of("=\"say \"\"no\"\"\"", "say \"no\"", List.of(Cleaning.TEXT_FORMULAS)));
    }

    @ParameterizedTest
    @MethodSource("dirt")
    void readsAsPeopleSeeIt(String raw, String clean, List<Cleaning> kinds) {
        CleanText text = CleanText.of(raw);

        assertThat(CleanText.isClean(raw)).isFalse();
        assertThat(text.text()).isEqualTo(clean);
        assertThat(Stream.of(Cleaning.values()).filter(kind -> kind.in(text.marks())))
                .isEqualTo(kinds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FI",
                "BAT REPAIR",
                " Pass ",
                "a\tb\r\nc",
                "_x00D_",
                "x_x00G0_",
                "=1+1",
                "=\"",
                "\u63a5\u89e6\u4e0d\u826f",
                "\uFF1A1321"
            })
    void cleanTextStays(String text) {
        assertThat(CleanText.isClean(text)).isTrue();
    }

    @Test
    void formatsOfZeros_areHowAnIdentifierReads() {
        assertThat(ZeroFill.of("0000000000000").orElseThrow().text(165_402_505_000d))
                .isEqualTo("0165402505000");
        assertThat(ZeroFill.of("00000;-00000;@").orElseThrow().text(7)).isEqualTo("00007");
        assertThat(ZeroFill.of("\"SN\"0000").orElseThrow().text(12)).isEqualTo("SN0012");
        assertThat(ZeroFill.of("0000").orElseThrow().text(123_456)).isEqualTo("123456");
        assertThat(ZeroFill.of("0000").orElseThrow().text(-1)).isEqualTo("-1");
        assertThat(ZeroFill.of("0000").orElseThrow().text(1.5)).isEqualTo("1.5");
        for (String other : List.of("0", "0.00", "#,##0", "General", "yyyy-mm-dd", "0%", "\"0000")) {
            assertThat(ZeroFill.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void aPartOfARow_hasTheMarksOfItsOwnCells() throws SourceException {
        RowBuilder row = RowBuilder.forText();
        row.start(1);
        for (int column = 0; column < 3; column++) {
            row.place(column);
            row.text(column, column + "\u0000");
        }
        Row part = Objects.requireNonNull(row.build()).within(1, 2);
        assertThat(part.raw(0)).isNull();
        assertThat(part.raw(1)).isEqualTo("1\u0000");
        assertThat(part.raw(2)).isNull();
        assertThat(part.cleanings(0)).isZero();
    }
}
