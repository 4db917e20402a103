package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    private final Calendar calendar = new Calendar(Rules.ofProfile(Profile.PLANT));

    @ParameterizedTest
    @CsvSource({
        "2024-12-29, 2024-W52, 2024-12-23",
        "2024-12-30, 2025-W01, 2024-12-30",
        "2025-01-05, 2025-W01, 2024-12-30",
        "2020-12-31, 2020-W53, 2020-12-28",
        "2021-01-03, 2020-W53, 2020-12-28",
        "2021-01-04, 2021-W01, 2021-01-04",
        "2027-01-03, 2026-W53, 2026-12-28",
        "2025-04-06, 2025-W14, 2025-03-31",
    })
    void week_isThatOfTheIsoYear(LocalDate day, String week, LocalDate monday) {
        assertThat(calendar.day(day).week()).isEqualTo(week);
        assertThat(calendar.day(day).weekStart()).isEqualTo(monday);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-04, 2025-04-04",
        "2025-04-05, 2025-04-04",
        "2025-04-06, 2025-04-04",
        "2025-04-07, 2025-04-07",
        "2025-03-01, 2025-02-28",
        "2025-06-01, 2025-05-30",
        "2023-01-01, 2022-12-30",
        "2022-01-01, 2021-12-31",
    })
    void outputDay_ofAWeekendIsTheFridayBefore(LocalDate day, LocalDate outputDay) {
        assertThat(calendar.day(day).outputDay()).isEqualTo(outputDay);
    }
}
