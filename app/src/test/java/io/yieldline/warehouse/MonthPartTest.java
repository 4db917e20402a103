package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each day is in one part of its month, and the parts follow each other without a gap. */
class MonthPartTest {
    @Test
    void everyDayIsInThePartThatBeganLast() {
        for (LocalDate day = LocalDate.of(2023, 12, 25);
                day.isBefore(LocalDate.of(2024, 4, 1));
                day = day.plusDays(1)) {
            LocalDate part = LocalDate.parse(MonthPart.of(day));
            assertThat(part).isBeforeOrEqualTo(day);
            assertThat(YearMonth.from(part)).isEqualTo(YearMonth.from(day));
            assertThat(MonthPart.next(part)).isAfter(day);
        }
    }

    @Test
    void theLastPartIsTheLongest() {
        assertThat(MonthPart.of(YearMonth.of(2025, 2)))
                .containsExactly("2025-02-01", "2025-02-08", "2025-02-15", "2025-02-22");
        assertThat(MonthPart.next(LocalDate.of(2025, 2, 22))).isEqualTo("2025-03-01");
        assertThat(MonthPart.of(LocalDate.of(2025, 3, 31))).isEqualTo("2025-03-22");
    }

    @Test
    void partsBetweenTwoDaysAreThoseOfTheDays() {
        assertThat(MonthPart.between(LocalDate.of(2025, 3, 21), LocalDate.of(2025, 4, 8)))
                .isEqualTo(List.of("2025-03-15", "2025-03-22", "2025-04-01", "2025-04-08"));
        assertThat(MonthPart.between(LocalDate.of(2025, 3, 7), LocalDate.of(2025, 3, 7)))
                .containsExactly("2025-03-01");
    }
}
