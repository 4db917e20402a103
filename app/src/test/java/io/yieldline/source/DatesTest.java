package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "45748, 2025-04-01 00:00:00",
        "45748.354166666664, 2025-04-01 08:30:00",
        "45747.99999999, 2025-04-01 00:00:00",
        "61, 1900-03-01 00:00:00",
        "59, 1900-02-28 00:00:00",
        "1, 1900-01-01 00:00:00",
        "0.5, 1899-12-31 12:00:00"
    })
    void serial_from1900(double serial, String text) {
        assertThat(Dates.ofSerial(serial, false).map(Dates::text)).contains(text);
    }

    @Test
    void serial_from1904() {
        assertThat(Dates.ofSerial(44286.5, true).map(Dates::text)).contains("2025-04-01 12:00:00");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 2958466, 1e12, Double.NaN})
    void serial_outsideTheCalendar(double serial) {
        assertThat(Dates.ofSerial(serial, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01T08:30:00.000, 2025-04-01 08:30:00",
        "2025-04-01T08:30:00Z, 2025-04-01 08:30:00",
        "2025-04-01T08:30:00+08:00, 2025-04-01 08:30:00",
        "2025-04-01T08:29:59.999, 2025-04-01 08:30:00",
        "2025-04-01, 2025-04-01 00:00:00"
    })
    void iso_asWritten(String iso, String text) {
        assertThat(Dates.ofIso(iso).map(Dates::text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2025-13-01", "2025-04-01T25:00:00"})
    void iso_noDate(String text) {
        assertThat(Dates.ofIso(text)).isEmpty();
    }
}
