package io.yieldline.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Partition DAY = new Partition("day", "output_day");

    @Test
    void aWeekIsItsSevenDays() {
        assertThat(Scope.week("2025-W01"))
                .isEqualTo(new Scope.Range(LocalDate.parse("2024-12-30"), LocalDate.parse("2025-01-05")));
        assertThatThrownBy(() -> Scope.week("2025-14"))
                .hasMessage("\"2025-14\" is not a valid week; write it as 2025-W14");
        assertThatThrownBy(() -> Scope.week("2025-W53")).hasMessageContaining("is not a valid week");
    }

    @Test
    void aRangeDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Scope.Range(LocalDate.parse("2025-04-02"), LocalDate.parse("2025-04-01")))
                .hasMessage("the range 2025-04-02 to 2025-04-01 ends before it starts");
    }

    @Test
    void aSliceListsFewPartitionsAndSpansMany() {
        List<String> days = Stream.iterate(LocalDate.parse("2025-04-01"), day -> day.plusDays(1))
                .limit(41)
                .map(LocalDate::toString)
                .toList();

        assertThat(new Slice(DAY, true, List.of()).condition()).isEqualTo("true");
        assertThat(new Slice(DAY, false, days.subList(0, 2)).condition())
                .isEqualTo("day in (date '2025-04-01', date '2025-04-02')");
        assertThat(new Slice(DAY, false, days).condition())
                .isEqualTo("day between date '2025-04-01' and date '2025-05-11'");
        assertThat(new Slice(new Partition("week", "week"), false, List.of("2025-W14")).condition())
                .isEqualTo("week in ('2025-W14')");
    }
}
