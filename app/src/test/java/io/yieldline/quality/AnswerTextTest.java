package io.yieldline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check keeps comes back as it was, or is not kept. */
class AnswerTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-04-17T12:55",
                "2025-04-17T12:55:01",
                "2025-04-17T12:55:01.5",
                "2025-04-17T12:55:01.000000001",
                "1969-12-31T23:59:59",
                "0001-01-01T00:00",
                "9999-12-31T23:59:59"
            })
    void aTime(String text) {
        assertComesBack(LocalDateTime.parse(text));
    }

    @Test
    void otherValues() {
        assertComesBack(null);
        assertComesBack("");
        assertComesBack("s1");
        assertComesBack("a \"quoted\" text,\n\u001f äöü");
        assertComesBack(Long.MIN_VALUE);
        assertComesBack(true);
        assertComesBack(new BigDecimal("0.10"));
        assertComesBack(LocalDate.of(2025, 4, 17));
        assertComesBack(LocalDate.of(-4, 1, 1));
    }

    @Test
    void whatWouldComeBackAsSomethingElse_isNotKept() {
        assertThat(AnswerText.of(table(1.5))).isEmpty();
    }

    /** As answers that are kept since an earlier version. */
    @Test
    void aTimeAsText() {
        assertThat(AnswerText.table("[[\"value\"],[\"m2025-04-17T12:55\"]]").rows())
                .containsExactly(List.of(LocalDateTime.of(2025, 4, 17, 12, 55)));
    }

    private static void assertComesBack(Object value) {
        Table table = table(value);
        assertThat(AnswerText.table(AnswerText.of(table).orElseThrow())).isEqualTo(table);
    }

    private static Table table(Object value) {
        return new Table(List.of("value"), List.of(Arrays.asList(value)));
    }
}
