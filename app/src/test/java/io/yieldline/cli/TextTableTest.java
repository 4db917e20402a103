package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersReadWellAndNamesStayAsTheyAre() {
        Table table = new Table(
                List.of("run", "day", "ended", "rows", "yield", "text"),
                List.of(
                        Arrays.asList(
                                1234L,
                                LocalDate.of(2025, 4, 15),
                                LocalDateTime.of(2025, 4, 15, 8, 0),
                                1234567L,
                                new BigDecimal("0.9"),
                                "a"),
                        Arrays.asList(7L, null, null, 0L, null, null)));
        assertThat(TextTable.of(table)).isEqualTo("""
                run   day         ended                rows       yield  text
                1234  2025-04-15  2025-04-15 08:00:00  1,234,567    0.9  a
                   7                                           0
                """.replace(
                        "run   day         ended                rows     ",
                        " run  day         ended                     rows"));
    }

    @Test
    void durations() {
        assertThat(DurationFormat.of(0.04)).isEqualTo("0.0 s");
        assertThat(DurationFormat.of(9.94)).isEqualTo("9.9 s");
        assertThat(DurationFormat.of(12.3)).isEqualTo("12 s");
        assertThat(DurationFormat.of(125)).isEqualTo("2 min 05 s");
        assertThat(DurationFormat.of(3_725)).isEqualTo("1 h 02 min");
    }
}
