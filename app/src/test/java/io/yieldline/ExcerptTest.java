package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void shortTextsAreWhole() {
        assertThat(Excerpt.of("", 30)).isEmpty();
        assertThat(Excerpt.of("x".repeat(30), 30)).isEqualTo("x".repeat(30));
    }

    @Test
    void longTextsSayHowLongTheyAre() {
        assertThat(Excerpt.of("x".repeat(31), 30))
                .isEqualTo("xxxxxxxxxxxxx… (31 characters)")
                .hasSize(30);
        assertThat(Excerpt.of("x".repeat(4321), 30))
                .isEqualTo("xxxxxxxxxx… (4,321 characters)")
                .hasSize(30);
    }

    @Test
    void pairsStayTogether() {
        assertThat(Excerpt.of("😀".repeat(20), 25)).isEqualTo("😀😀😀😀… (20 characters)");
        assertThat(Excerpt.of("😀".repeat(20), 26)).isEqualTo("😀😀😀😀… (20 characters)");
    }
}
