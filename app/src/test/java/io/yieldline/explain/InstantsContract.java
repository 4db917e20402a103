package io.yieldline.explain;

import static io.yieldline.explain.RuledPlant.columns;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hour that clocks repeat or skip: order, durations and waits follow the instants, days the plant time; on the engine that a
 * subclass names.
 */
abstract class InstantsContract {
    private static final String FIRST_PASS =
            "select station, units, passed_first from unit_first_pass_daily order by station";
    private static final String INSTANTS = "select serial_number, started_at, ended_at, started_utc, ended_utc,"
            + " duration_seconds from workstation_master_log order by serial_number";

    @TempDir
    Path folder;

    private final Engine engine;
    private RuledPlant plant;

    InstantsContract(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = new RuledPlant(engine, folder);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** In plant time the passes of D1 and D4 at 1:10 and 1:30 look earlier than their failures at 1:30. */
    @Test
    void exportsInUtcKeepTheirOrderThroughTheRepeatedHour() {
        plant.zones("America/New_York", "UTC")
                .load(
                        "D1,FCT,2025-11-02 05:20:00,2025-11-02 05:30:00,Fail",
                        "D1,FCT,2025-11-02 06:05:00,2025-11-02 06:10:00,Pass",
                        "D2,FCT,2025-11-02 05:50:00,2025-11-02 06:05:00,Pass",
                        "D3,ICT,2025-11-02 05:45:00,2025-11-02 05:55:00,Pass",
                        "D3,FCT,2025-11-02 06:00:00,2025-11-02 06:20:00,Pass",
                        "D4,FCT,2025-11-02 05:25:00,2025-11-02 05:30:00,Fail",
                        "D4,FCT,2025-11-02 06:25:00,2025-11-02 06:30:00,Pass");
        assertThat(plant.lines(FIRST_PASS)).containsExactly("FCT,4,2", "ICT,1,1");
        assertThat(plant.lines("select day, hour, total from station_hourly where station = 'FCT'"))
                .containsExactly("2025-11-02,1,6");
        assertThat(journey("D1", "station", "started_at", "ended_at", "minutes", "waited", "status"))
                .containsExactly(
                        "FCT,2025-11-02 01:20:00,2025-11-02 01:30:00,10.0,,Fail",
                        "FCT,2025-11-02 01:05:00,2025-11-02 01:10:00,5.0,35.0,Pass");
        assertThat(journey("D2", "started_at", "ended_at", "minutes"))
                .containsExactly("2025-11-02 01:50:00,2025-11-02 01:05:00,15.0");
        assertThat(journey("D3", "station", "minutes", "waited")).containsExactly("ICT,10.0,", "FCT,20.0,5.0");
        assertThat(plant.lines("select count(*) from workstation_master_log where duration_seconds < 0"))
                .containsExactly("0");
        assertThat(plant.explain("unit_first_pass_daily", "station", "FCT").addsUp())
                .isTrue();
    }

    /** Of the two readings of 1:50 to 1:10 only one ends after it starts. */
    @Test
    void exportsInPlantTimeReadTheRepeatedHourSoThatNothingEndsBeforeItStarts() {
        plant.load(
                "S1,FCT,2025-11-02 01:50:00,2025-11-02 01:10:00,Pass",
                "S2,FCT,2025-11-02 00:55:00,2025-11-02 02:05:00,Pass",
                "S3,FCT,2025-11-02 01:20:00,2025-11-02 01:30:00,Pass");
        assertThat(plant.lines(INSTANTS))
                .containsExactly(
                        "S1,2025-11-02 01:50:00,2025-11-02 01:10:00,2025-11-02 05:50:00,2025-11-02 06:10:00,1200",
                        "S2,2025-11-02 00:55:00,2025-11-02 02:05:00,2025-11-02 04:55:00,2025-11-02 07:05:00,7800",
                        "S3,2025-11-02 01:20:00,2025-11-02 01:30:00,2025-11-02 05:20:00,2025-11-02 05:30:00,600");
    }

    @Test
    void theSkippedHourTakesNoTimeInAPlantElsewhere() {
        plant.zones("Europe/Berlin", "plant")
                .load(
                        "S1,ICT,2025-03-30 01:50:00,2025-03-30 01:58:00,Pass",
                        "S1,FCT,2025-03-30 03:03:00,2025-03-30 03:10:00,Pass",
                        "S2,FCT,2025-03-30 01:55:00,2025-03-30 03:05:00,Pass",
                        "S3,FCT,2025-03-30 02:10:00,2025-03-30 02:20:00,Pass",
                        "S4,FCT,2025-10-26 02:50:00,2025-10-26 02:10:00,Pass",
                        "S5,FCT,2025-10-26 01:55:00,2025-10-26 03:05:00,Pass");
        assertThat(plant.lines("select serial_number, duration_seconds from workstation_master_log"
                        + " where serial_number <> 'S1' order by serial_number"))
                .containsExactly("S2,600", "S3,600", "S4,1200", "S5,7800");
        assertThat(journey("S1", "station", "minutes", "waited")).containsExactly("ICT,8.0,", "FCT,7.0,5.0");
        assertThat(journey("S2", "minutes")).containsExactly("10.0");
        assertThat(journey("S4", "minutes")).containsExactly("20.0");
        assertThat(journey("S5", "minutes")).containsExactly("130.0");
    }

    /** A clock that is set late shows times that the zone does not have. */
    @Test
    void aTimeThatIsSkippedIsReadSoThatNothingEndsBeforeItStarts() {
        plant.load(
                "A,FCT,2025-03-09 01:55:00,2025-03-09 02:10:00,Pass",
                "B,FCT,2025-03-09 02:50:00,2025-03-09 03:05:00,Pass",
                "C,FCT,2025-03-09 02:50:00,2025-03-09 02:40:00,Pass");
        assertThat(plant.lines(INSTANTS))
                .containsExactly(
                        "A,2025-03-09 01:55:00,2025-03-09 02:10:00,2025-03-09 06:55:00,2025-03-09 07:10:00,900",
                        "B,2025-03-09 02:50:00,2025-03-09 03:05:00,2025-03-09 06:50:00,2025-03-09 07:05:00,900",
                        "C,2025-03-09 02:50:00,2025-03-09 02:40:00,2025-03-09 06:50:00,2025-03-09 07:40:00,3000");
    }

    /** The clock of the exports is set back, that of the plant is not. */
    @Test
    void exportsOfAZoneThatRepeatsAnHourInAPlantThatDoesNot() {
        plant.zones("Asia/Shanghai", "Europe/Berlin")
                .load(
                        "A,FCT,2025-10-26 02:50:00,2025-10-26 02:10:00,Pass",
                        "B,FCT,2025-10-26 01:30:00,2025-10-26 03:30:00,Pass");
        assertThat(plant.lines(INSTANTS))
                .containsExactly(
                        "A,2025-10-26 08:50:00,2025-10-26 09:10:00,2025-10-26 00:50:00,2025-10-26 01:10:00,1200",
                        "B,2025-10-26 07:30:00,2025-10-26 10:30:00,2025-10-25 23:30:00,2025-10-26 02:30:00,10800");
    }

    /** Half an hour, not a whole one, and in the other half of the year. */
    @Test
    void aClockThatRepeatsHalfAnHour() {
        plant.zones("Australia/Lord_Howe", "UTC")
                .load(
                        "A,FCT,2025-04-05 14:50:00,2025-04-05 14:55:00,Fail",
                        "A,FCT,2025-04-05 15:10:00,2025-04-05 15:12:00,Pass");
        assertThat(journey("A", "ended_at", "minutes", "waited", "status"))
                .containsExactly("2025-04-06 01:55:00,5.0,,Fail", "2025-04-06 01:42:00,2.0,15.0,Pass");
        assertThat(plant.lines(FIRST_PASS)).containsExactly("FCT,1,0");
    }

    @Test
    void timesWithAnOffsetAreThatInstant_whateverTheZonesOfPlantAndExports() {
        plant.zones("Europe/Berlin", "Asia/Shanghai")
                .load(
                        "A,FCT,2025-10-26T02:20:00+02:00,2025-10-26T02:30:00+02:00,Fail",
                        "A,FCT,2025-10-25T20:20:00-05:00,2025-10-25 20:30:00 -0500,Pass",
                        "B,FCT,2025-10-26T01:50:00Z,2025-10-26 10:05:00,Pass");
        assertThat(plant.lines(INSTANTS + ", ended_utc"))
                .containsExactly(
                        "A,2025-10-26 02:20:00,2025-10-26 02:30:00,2025-10-26 00:20:00,2025-10-26 00:30:00,600",
                        "A,2025-10-26 02:20:00,2025-10-26 02:30:00,2025-10-26 01:20:00,2025-10-26 01:30:00,600",
                        "B,2025-10-26 02:50:00,2025-10-26 03:05:00,2025-10-26 01:50:00,2025-10-26 02:05:00,900");
        assertThat(plant.lines(FIRST_PASS)).containsExactly("FCT,2,1");
    }

    /** Both runs of C show 1:20 to 1:30; E's end is in the second pass although its start could be in the first. */
    @Test
    void offsetsTellTheTwoPassesOfARepeatedHourApart() {
        plant.load(
                "C,FCT,2025-11-02T13:20:00+08:00,2025-11-02T13:30:00+08:00,Fail",
                "C,FCT,2025-11-02T06:20:00Z,2025-11-02T06:30:00Z,Pass",
                "E,FCT,2025-11-02 01:10:00,2025-11-02T01:55:00-05:00,Pass",
                "F,FCT,2025-11-02T01:50:00-05:00,2025-11-02 01:55:00,Pass");
        assertThat(plant.lines(INSTANTS + ", ended_utc"))
                .containsExactly(
                        "C,2025-11-02 01:20:00,2025-11-02 01:30:00,2025-11-02 05:20:00,2025-11-02 05:30:00,600",
                        "C,2025-11-02 01:20:00,2025-11-02 01:30:00,2025-11-02 06:20:00,2025-11-02 06:30:00,600",
                        "E,2025-11-02 01:10:00,2025-11-02 01:55:00,2025-11-02 05:10:00,2025-11-02 06:55:00,6300",
                        "F,2025-11-02 01:50:00,2025-11-02 01:55:00,2025-11-02 06:50:00,2025-11-02 06:55:00,300");
        assertThat(plant.lines(FIRST_PASS)).containsExactly("FCT,3,2");
    }

    @Test
    void exportsOfAZoneThatRepeatsAnHour_withOffsets_inAPlantInUtc() {
        plant.zones("UTC", "America/New_York")
                .load(
                        "A,FCT,2025-11-02T01:20:00-04:00,2025-11-02T01:30:00-04:00,Fail",
                        "A,FCT,2025-11-02T01:20:00-05:00,2025-11-02T01:30:00-05:00,Pass");
        assertThat(plant.lines(INSTANTS + ", ended_utc"))
                .containsExactly(
                        "A,2025-11-02 05:20:00,2025-11-02 05:30:00,2025-11-02 05:20:00,2025-11-02 05:30:00,600",
                        "A,2025-11-02 06:20:00,2025-11-02 06:30:00,2025-11-02 06:20:00,2025-11-02 06:30:00,600");
    }

    /** A later export that writes offsets shows the same events, as long as its times are what was read before. */
    @Test
    void theSameEventWithAndWithoutAnOffsetIsOne() {
        plant.load(
                        "G,FCT,2025-11-02 01:20:00,2025-11-02 01:30:00,Pass",
                        "H,FCT,2025-11-02 01:50:00,2025-11-02 01:10:00,Pass",
                        "K,FCT,2025-06-02 08:00:00,2025-06-02 08:10:00,Pass")
                .load(
                        "G,FCT,2025-11-02T01:20:00-04:00,2025-11-02T01:30:00-04:00,Pass",
                        "H,FCT,2025-11-02T05:50:00Z,2025-11-02T06:10:00Z,Pass",
                        "K,FCT,2025-06-02T20:00:00+08:00,2025-06-02T12:10:00.000Z,Pass");
        assertThat(plant.lines("select serial_number from workstation_master_log order by serial_number"))
                .containsExactly("G", "H", "K");
    }

    /** Homes of earlier versions knew plant time and duration; what they have is filled in when they open. */
    @Test
    void instantsOfEarlierRecordsAreFilledIn() {
        plant.load(
                "A,FCT,2024-07-01 09:50:00,2024-07-01 10:00:00,Pass",
                "B,FCT,2024-12-24 09:50:00,2024-12-24 10:00:00,Pass",
                "C,FCT,2025-03-09 01:55:00,2025-03-09 03:05:00,Pass",
                "D,FCT,2025-11-02 00:55:00,2025-11-02 02:05:00,Pass");
        List<String> right = plant.lines(INSTANTS);
        plant.plant.warehouse().writeAll(session -> {
            session.execute("update workstation_master_log set started_utc = null, ended_utc = null");
            session.execute("update setting set value = 'of an earlier version' where name = 'rules'");
        });
        plant.plant.reopen();
        plant.plant.refresh();
        assertThat(plant.lines(INSTANTS)).isEqualTo(right);
    }

    private List<String> journey(String serialNumber, String... columns) {
        Table journey = new UnitHistory(plant.plant.warehouse(), Marts.builtIn())
                .journey(serialNumber)
                .parts()
                .get(0)
                .table();
        return columns(journey, columns);
    }
}
