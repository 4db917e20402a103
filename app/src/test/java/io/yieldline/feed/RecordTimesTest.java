package io.yieldline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.plant.Profile;
import io.yieldline.plant.Rules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of exports, with and without offset, become plant time or are refused. */
class RecordTimesTest extends RecordParserSuite {
    @ParameterizedTest
    @CsvSource({
        "2025-04-01 11:30:00, 2025-03-31T23:30, 2025-03-31, 23",
        "2025-01-15 13:00:00, 2025-01-15T00:00, 2025-01-15, 0",
        "2025-03-09 15:30:00, 2025-03-09T03:30, 2025-03-09, 3",
        "2025-11-02 13:30:00, 2025-11-02T01:30, 2025-11-02, 1",
        "2025-11-02 14:30:00, 2025-11-02T01:30, 2025-11-02, 1",
    })
    void timeInChina_becomesPlantTime(String china, String plant, String day, String hour) {
        Parsed test = testboard(Map.of(START, china, END, china));

        assertThat(value(test, "ended_at")).isEqualTo(plant);
        assertThat(value(test, "day")).isEqualTo(day);
        assertThat(value(test, "hour")).isEqualTo(hour);
    }

    @Test
    void timeInChina_staysForTheOriginal() {
        rules = Rules.ofProfile(Profile.ETL_V2);

        assertThat(value(testboard(Map.of(END, "2025-04-01 11:30:00")), "ended_at"))
                .isEqualTo("2025-04-01T11:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-01 08:00:00, 2025-04-01 09:30:10, 5410",
        "2025-03-09 01:30:00, 2025-03-09 03:30:00, 3600",
        "2025-11-02 00:30:00, 2025-11-02 02:30:00, 10800",
        "2025-11-02 00:30:00, 2025-11-02 01:10:00, 2400",
        "2025-11-02 01:50:00, 2025-11-02 01:10:00, 1200",
        "2025-11-02 01:10:00, 2025-11-02 01:50:00, 2400",
        "2025-11-02 01:50:00, 2025-11-02 00:50:00, -3600",
        "2025-11-02 02:10:00, 2025-11-02 01:50:00, -1200",
        "2021-04-01 08:00:00, 2025-04-01 08:00:00, 126230400",
        "'', 2025-04-01 08:00:00, 0",
    })
    void duration_countsTheHourThatAClockChangeTakesOrGives(String start, String end, String seconds) {
        assertThat(value(workstation(Map.of(START, start, END, end)), "duration_seconds"))
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-05 07:08:09, 2025-04-05T07:08:09",
        "2025/4/5 7:08, 2025-04-05T07:08",
        "2025-04-05T07:08:09.5, 2025-04-05T07:08:09.500",
        "2025-04-05 07:08:09.123456789, 2025-04-05T07:08:09.123456",
        "9999-12-31 00:00:00, 9999-12-31T00:00",
        "2025/4/5 07:08:09 PM, 2025-04-05T19:08:09",
        "2025-04-05 12:08:09 am, 2025-04-05T00:08:09",
        "2025-04-05 12:30:00 p.m., 2025-04-05T12:30",
        "2025年4月5日 下午 7:08:09, 2025-04-05T19:08:09",
        "2025.04.05 07:08:09, 2025-04-05T07:08:09",
        "'2025-04-05 07:08:09,250', 2025-04-05T07:08:09.250",
        "2025-04-05 07:08:09:250, 2025-04-05T07:08:09.250",
        "2025-04-05T11:08:09Z, 2025-04-05T07:08:09",
        "2025-04-05T11:08:09.125Z, 2025-04-05T07:08:09.125",
        "2025-04-05 19:08:09+08:00, 2025-04-05T07:08:09",
        "2025-04-05 19:08:09 +0800, 2025-04-05T07:08:09",
        "2025-04-05 07:08:09 PM UTC+8, 2025-04-05T07:08:09",
        "2025-04-05 07:08:09 -04, 2025-04-05T07:08:09",
    })
    void time_isReadWithTheYearFirst(String cell, String time) {
        assertThat(value(workstation(Map.of(END, cell)), "ended_at")).isEqualTo(time);
    }

    /** Where it was written, it is a time of the first or the last year. */
    @ParameterizedTest
    @ValueSource(strings = {"1000-01-01 00:30:00+12:00", "9999-12-31 23:30:00-11:00"})
    void time_outsideTheCalendarOfThePlant_isNone(String cell) {
        Rejection rejection = (Rejection) workstation(Map.of(END, cell));
        assertThat(rejection.message()).contains("\"" + cell + "\" is not a valid timestamp");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-04-05 7:08, false",
        "2025-04-05T07:08+08:00, false",
        "2025-04-05 07:08 PM, false",
        "2025-04-05 07:08Z, false",
        "2025-04-05T07:08:00+08:00, true",
        "2025-04-05 7:08:00, true",
    })
    void time_hasSecondsOrNot_whateverItsOffset(String cell, boolean seconds) {
        Record record = (Record) workstation(Map.of(END, cell));

        assertThat(record.withoutSeconds() == null).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "04/05/2025 10:00:00",
        "2025-02-30 10:00:00",
        "2025-13-01 10:00:00",
        "2025-04-05 24:00:00",
        "2025-04-05 13:00:00 AM",
        "2025-04-05 00:10:00 PM",
        "2025-04-05 07:08:09 EST",
        "2025-04-05 07:08:09 +99:00",
        "2025-04-05",
        "0000-00-00 00:00:00",
        "0001-01-01 00:00:00",
        "2025-04-05",
        "soon",
    })
    void time_thatIsNone_isRejected(String cell) {
        assertThat(message(workstation(Map.of(END, cell))))
                .isEqualTo("row 7: History station end time \"" + cell
                        + "\" is not a valid timestamp; write it as 2025-04-15 13:45:00");
    }
}
