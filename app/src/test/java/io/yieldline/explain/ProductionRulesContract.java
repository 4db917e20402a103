package io.yieldline.explain;

import static io.yieldline.explain.RuledPlant.columns;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excluded serial numbers, the start of the production day, and packed units, on the engine that a subclass names. */
abstract class ProductionRulesContract {
    private static final String NIGHT = "day_starts: 06:00\nshifts: {early: 06:00, late: 14:00, night: 22:00}";
    private static final String YIELD =
            "select day, station, total, passed, failed from station_yield_daily order by day";

    @TempDir
    Path folder;

    private final Engine engine;
    private RuledPlant plant;

    ProductionRulesContract(Engine engine) {
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

    @Test
    void aNightShiftCountsOnTheDayOnWhichItBegan() {
        plant.rules(NIGHT).load(nights());

        assertThat(plant.lines("select serial_number, day, week, output_day, shift, hour from workstation_master_log"
                        + " order by serial_number"))
                .containsExactly(
                        "N1,2025-06-10,2025-W24,2025-06-10,night,0",
                        "N2,2025-06-10,2025-W24,2025-06-10,night,22",
                        "N3,2025-06-10,2025-W24,2025-06-10,night,5",
                        "N4,2025-06-08,2025-W23,2025-06-06,night,0",
                        "N5,2025-06-11,2025-W24,2025-06-11,early,6",
                        "N6,2025-06-10,2025-W24,2025-06-10,late,21");
        assertThat(plant.lines(YIELD))
                .containsExactly("2025-06-08,FCT,1,1,0", "2025-06-10,FCT,4,3,1", "2025-06-11,FCT,1,1,0");
        assertThat(plant.lines("select day, units from unit_first_pass_daily order by day"))
                .containsExactly("2025-06-08,1", "2025-06-10,4", "2025-06-11,1");
    }

    @Test
    void whatWasLoadedUnderARuleThatIsTakenBackIsInTheMarts() {
        plant.load("U1,FCT,2025-06-10 11:50:00,2025-06-10 12:00:00,Pass");
        plant.rules("day_starts: 06:00").loadOnly("U2,FCT,2025-06-10 01:50:00,2025-06-10 02:00:00,Pass");
        plant.without("day_starts: 06:00");
        plant.plant.refresh();

        assertThat(plant.lines(YIELD)).containsExactly("2025-06-10,FCT,2,2,0");
    }

    /** As after a rebuild: the rules decide, not when a record was loaded. */
    @Test
    void aChangedRuleMovesTheRecordsThatAreLoaded() {
        plant.load(nights());
        Map<String, List<String>> before = plant.plant.marts();
        assertThat(plant.lines(YIELD)).startsWith("2025-06-09,FCT,1,1,0");

        plant.rules(NIGHT);
        plant.plant.refresh();
        Map<String, List<String>> changed = plant.plant.marts();
        List<String> records = plant.plant.content("workstation_master_log");
        try (RuledPlant fresh = new RuledPlant(engine, folder.resolve("fresh"))) {
            fresh.rules(NIGHT).load(nights());
            assertThat(changed).isEqualTo(fresh.plant.marts());
            assertThat(records).isEqualTo(fresh.plant.content("workstation_master_log"));
        }

        plant.without(NIGHT);
        plant.plant.refresh();
        assertThat(plant.plant.marts()).isEqualTo(before);
    }

    /** The night before the clock is set back has an hour more, and ends at six all the same. */
    @Test
    void theNightOfAClockChangeIsOneDay() {
        plant.rules("day_starts: 06:00")
                .load(
                        "A,FCT,2025-11-01 23:00:00,2025-11-01 23:10:00,Pass",
                        "B,FCT,2025-11-02 01:30:00,2025-11-02 01:40:00,Pass",
                        "C,FCT,2025-11-02 05:50:00,2025-11-02 05:59:59,Pass",
                        "D,FCT,2025-11-02 05:50:00,2025-11-02 06:00:00,Pass",
                        "E,FCT,2025-03-09 01:50:00,2025-03-09 03:10:00,Pass");
        assertThat(plant.lines("select serial_number, day, shift from workstation_master_log order by serial_number"))
                .containsExactly("A,2025-11-01,", "B,2025-11-01,", "C,2025-11-01,", "D,2025-11-02,", "E,2025-03-08,");
    }

    @Test
    void theDayIsRecountedFromTheArchiveByTheSameRule() {
        plant.rules(NIGHT).load(nights());
        for (String day : List.of("2025-06-06", "2025-06-08", "2025-06-10", "2025-06-11")) {
            assertThat(plant.recount(LocalDate.parse(day)).right()).as(day).isTrue();
        }
    }

    @Test
    void goldenUnitsCountInNoMart() {
        plant.rules("excluded_serial_numbers: [GOLDEN*]").load(golden());

        assertThat(plant.lines("select total, passed, failed from station_yield_daily"))
                .containsExactly("4,4,0");
        assertThat(plant.lines("select units, passed_first from unit_first_pass_daily"))
                .containsExactly("4,4");
        assertThat(plant.lines("select sum(total) from station_hourly")).containsExactly("4");
        assertThat(plant.lines("select count(*) from unit_run")).containsExactly("4");
        assertThat(plant.lines("select serial_number from workstation_master_log where excluded order by 1"))
                .containsExactly("GOLDENFAIL", "golden2");
    }

    @Test
    void explainNamesTheExcludedOnes() {
        plant.rules("excluded_serial_numbers: [GOLDEN*]").load(golden());

        for (String mart : List.of("station_yield_daily", "station_hourly")) {
            Explanation cell = plant.explain(mart, "day", "2025-06-03", "station", "FCT");
            assertThat(cell.addsUp()).isTrue();
            assertThat(columns(cell.leftOut(), "serial_number", "reason").stream()
                            .filter(row -> row.contains("excluded")))
                    .as(mart)
                    .containsExactly(
                            "GOLDENFAIL,its serial number is excluded (excluded_serial_numbers in rules.yaml)",
                            "golden2,its serial number is excluded (excluded_serial_numbers in rules.yaml)");
        }
    }

    /** Signs and blanks do not count, because they are cleaned out of the serial numbers of this feed. */
    @Test
    void patternsMatchWholeSerialNumbersInAnyCase() {
        plant.rules("excluded_serial_numbers: ['*-CAL', 'ref 1', 'A_1*', 'X%']")
                .load(
                        record("UNIT-CAL"),
                        record("unit-cal2"),
                        record("REF1"),
                        record("REF12"),
                        record("A_1x"),
                        record("AB1x"),
                        record("X"),
                        record("XY"));
        assertThat(plant.lines("select serial_number from workstation_master_log where not excluded order by 1"))
                .containsExactly("AB1x", "REF12", "XY", "unitcal2");
    }

    @Test
    void aPatternThatComesOrGoesIsAppliedToWhatIsLoaded() {
        plant.load(golden());
        Map<String, List<String>> before = plant.plant.marts();
        assertThat(plant.lines("select total, failed from station_yield_daily")).containsExactly("6,1");

        plant.rules("excluded_serial_numbers: [GOLDEN*]");
        plant.plant.refresh();
        assertThat(plant.lines("select total, failed from station_yield_daily")).containsExactly("4,0");

        plant.without("excluded_serial_numbers: [GOLDEN*]");
        plant.plant.refresh();
        assertThat(plant.plant.marts()).isEqualTo(before);
    }

    @Test
    void aUnitThatIsPackedTwiceIsOnePackedUnit() {
        plant.load(
                "P1,PACKING,2025-06-03 09:00:00,2025-06-03 09:05:00,Pass",
                "P1,REPAIR,2025-06-04 09:00:00,2025-06-04 09:05:00,Pass",
                "P1,PACKING,2025-06-04 10:00:00,2025-06-04 10:05:00,Pass",
                "P2,PACKING,2025-06-04 11:00:00,2025-06-04 11:05:00,Pass");
        assertThat(plant.lines("select day, packed from packing_daily order by day"))
                .containsExactly("2025-06-03,1", "2025-06-04,2");
        assertThat(plant.lines("select day, units from packed_units_daily order by day"))
                .containsExactly("2025-06-03,1", "2025-06-04,1");
        assertThat(plant.lines("select packed, units from packing_weekly")).containsExactly("3,2");
    }

    /** Three times in a minute, a first packing that fails, and one on a Saturday, which counts on Friday. */
    @Test
    void theFirstPackingWithAPassIsTheOneThatCounts() {
        plant.load(
                "P1,PACKING,2025-06-03 09:00:00,2025-06-03 09:05:00,Pass",
                "P1,PACKING,2025-06-03 09:05:00,2025-06-03 09:05:20,Pass",
                "P1,PACKING,2025-06-03 09:05:30,2025-06-03 09:05:40,Pass",
                "P2,PACKING,2025-06-03 09:00:00,2025-06-03 09:05:00,Fail",
                "P2,PACKING,2025-06-05 09:00:00,2025-06-05 09:05:00,Pass",
                "P3,PACKING,2025-06-07 09:00:00,2025-06-07 09:05:00,Pass",
                "P3,PACKING,2025-06-09 09:00:00,2025-06-09 09:05:00,Pass");
        assertThat(plant.lines("select day, units from packed_units_daily order by day"))
                .containsExactly("2025-06-03,1", "2025-06-05,1", "2025-06-06,1");
        assertThat(plant.lines("select packed, units from packing_weekly order by packed"))
                .containsExactly("1,0", "5,3");
    }

    /** An earlier packing that comes later takes the unit out of the day on which it counted. */
    @Test
    void anEarlierPackingThatArrivesLateMovesTheUnit() {
        plant.load("P1,PACKING,2025-06-04 10:00:00,2025-06-04 10:05:00,Pass");
        assertThat(plant.lines("select day, units from packed_units_daily")).containsExactly("2025-06-04,1");

        plant.load("P1,PACKING,2025-06-03 09:00:00,2025-06-03 09:05:00,Pass");
        assertThat(plant.lines("select day, units from packed_units_daily")).containsExactly("2025-06-03,1");
        Explanation later = plant.explain("packed_units_daily", "day", "2025-06-04");
        assertThat(columns(later.leftOut(), "reason", "serial_number"))
                .containsExactly("its unit counts in day 2025-06-03,P1");
        assertThat(plant.explain("packed_units_daily", "day", "2025-06-03").addsUp())
                .isTrue();
    }

    private static String[] nights() {
        return new String[] {
            "N1,FCT,2025-06-10 23:50:00,2025-06-11 00:10:00,Pass",
            "N2,FCT,2025-06-10 22:30:00,2025-06-10 22:40:00,Fail",
            "N3,FCT,2025-06-11 05:30:00,2025-06-11 05:40:00,Pass",
            "N4,FCT,2025-06-08 23:50:00,2025-06-09 00:10:00,Pass",
            "N5,FCT,2025-06-11 05:50:00,2025-06-11 06:00:00,Pass",
            "N6,FCT,2025-06-10 21:50:00,2025-06-10 21:59:59,Pass",
        };
    }

    private static String[] golden() {
        return new String[] {
            record("G1"),
            record("G2"),
            record("G3"),
            record("G4"),
            record("GOLDEN-FAIL").replace("Pass", "Fail"),
            record("golden 2")
        };
    }

    private static String record(String serialNumber) {
        return serialNumber + ",FCT,2025-06-03 09:00:00,2025-06-03 09:00:30,Pass";
    }
}
