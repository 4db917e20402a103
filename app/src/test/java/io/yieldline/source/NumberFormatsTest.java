package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"yyyy-mm-dd", "m/d/yy h:mm", "[$-409]d-mmm-yy;@", "[h]:mm", "[ss]", "HH:MM", "yyyy\"年\"m\"月\""})
    void code_ofADate(String code) {
        assertThat(NumberFormats.showsDate(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "0",
                "#,##0.00",
                "0.00E+00",
                "@",
                "0 \"days\"",
                "[Red]0",
                "\\d0",
                "[>=100]0",
                "_m0",
                "\"open",
                "[open"
            })
    void code_ofANumber(String code) {
        assertThat(NumberFormats.showsDate(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 22, 27, 36, 45, 47, 50, 58})
    void builtIn_date(int id) {
        assertThat(new NumberFormats().isDate(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 13, 23, 37, 44, 48, 49, 59, 164})
    void builtIn_number(int id) {
        assertThat(new NumberFormats().isDate(id)).isFalse();
    }

    @Test
    void ownCode_beforeTheBuiltIn() throws SourceException {
        NumberFormats formats = new NumberFormats();
        formats.add(14, "0");
        formats.add(164, "dd.mm.yyyy");
        assertThat(formats.isDate(14)).isFalse();
        assertThat(formats.isDate(164)).isTrue();
    }
}
