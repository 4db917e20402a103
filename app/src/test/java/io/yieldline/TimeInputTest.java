package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as people write them. */
class TimeInputTest {
    @Test
    void reads() {
        assertThat(TimeInput.day("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(TimeInput.monday("2025-W01")).isEqualTo(LocalDate.of(2024, 12, 30));
        assertThat(TimeInput.zone("Asia/Shanghai")).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(TimeInput.duration("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(TimeInput.duration("15m")).isEqualTo(Duration.ofMinutes(15));
        assertThat(TimeInput.duration("24h")).isEqualTo(Duration.ofHours(24));
        assertThat(TimeInput.duration("2d")).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "15.4.2025", "2025-4-15", "2025-02-29", "2025-04-15T00:00", "+12025-04-15", "0000-01-01"})
    void refusesADate(String text) {
        assertThatThrownBy(() -> TimeInput.day(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("\"" + text + "\" is not a valid date; write it as 2025-04-15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16", "2025-16", "2025-w16", "2025-W53", "2025-W16-1"})
    void refusesAWeek(String text) {
        assertThatThrownBy(() -> TimeInput.monday(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("\"" + text + "\" is not a valid week; write it as 2025-W14");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "New York", "Mars"})
    void refusesAZone(String text) {
        assertThatThrownBy(() -> TimeInput.zone(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("\"" + text + "\" is not a valid time zone; write a name such as America/New_York");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "15", "0m", "-1h", "1.5h", "999999d", "2w"})
    void refusesADuration(String text) {
        assertThatThrownBy(() -> TimeInput.duration(text))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("\"" + text + "\" is not a valid duration; write it as 90s, 15m, 24h or 2d");
    }
}
