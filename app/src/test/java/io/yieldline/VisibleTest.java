package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "0, \\u0000",
        "7, \\u0007",
        "8, \\u0008",
        "9, \\t",
        "A, \\n",
        "D, \\r",
        "1B, \\u001b",
        "7F, \\u007f", // ASCII
        "85, \\u0085",
        "9B, \\u009b",
        "9D, \\u009d", // C1: control sequences in one character
        "AD, \\u00ad",
        "200B, \\u200b",
        "200D, \\u200d",
        "FEFF, \\ufeff", // without width
        "202A, \\u202a",
        "202E, \\u202e",
        "2066, \\u2066",
        "2069, \\u2069",
        "61C, \\u061c", // right to left
        "2028, \\u2028",
        "2029, \\u2029", // line ends of Unicode
        "E0041, \\udb40\\udc41" // tags beyond the first plane
    })
    void escapesWhatATerminalActsOn(String character, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";
        assertThat(Visible.line(text)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "Größe €", "中文 Übersicht", "😀", "\u00a0", "C:\\temp\\new", "אבג", "\ud800"})
    void leavesText(String text) {
        assertThat(Visible.line(text)).isEqualTo(text);
        assertThat(Visible.lines(text)).isEqualTo(text);
    }

    @Test
    void keepsLineEndsOfSeveralLines() {
        assertThat(Visible.lines("a\n\tb\r\nc\rd\u001b[2J\n")).isEqualTo("a\n\tb\r\nc\\rd\\u001b[2J\n");
        assertThat(Visible.line("a\nb\r\nc")).isEqualTo("a\\nb\\r\\nc");
    }

    @Test
    void twiceIsOnce() {
        String shown = Visible.line("\u001b]0;title\u0007");
        assertThat(Visible.line(shown)).isEqualTo(shown).isEqualTo("\\u001b]0;title\\u0007");
    }
}
