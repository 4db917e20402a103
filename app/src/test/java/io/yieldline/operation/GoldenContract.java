package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.RealData;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.insight.ChangeQuestion;
import io.yieldline.insight.ChangeTables;
import io.yieldline.insight.Period;
import io.yieldline.insight.PermutedShifts;
import io.yieldline.insight.SeriesKind;
import io.yieldline.insight.Shift;
import io.yieldline.insight.ShiftQuestion;
import io.yieldline.insight.Shifts;
import io.yieldline.insight.YieldChange;
import io.yieldline.mart.DayRange;
import io.yieldline.mart.Marts;
import io.yieldline.operation.ask.ShiftsOperation;
import io.yieldline.operation.ask.YieldChangeOperation;
import io.yieldline.operation.load.IngestOperation.Loaded;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plant's own two months, all the way from files to marts, against numbers that were computed without this program. */
abstract class GoldenContract {
    private static final List<String> ORIGINAL = List.of(
            "daily_tpy_metrics",
            "fixture_performance_daily",
            "packing_daily_summary",
            "sort_test_daily",
            "station_hourly_summary",
            "testboard_station_performance_daily",
            "weekly_tpy_metrics");

    /** Marts that came after the known numbers were computed. */
    private static final Set<String> NEWER = Set.of("packed_units_daily");

    @TempDir
    Path folder;

    private final Engine engine;

    GoldenContract(Engine engine) {
        this.engine = engine;
    }

    @Test
    void martsOfTwoMonths_areTheKnownOnes() throws IOException {
        List<Path> exports = exports("workstationreport_xlsx", "testboardrecord_xlsx");
        try (TestPlant plant = TestPlant.on(engine, folder)) {
            Loaded loaded = plant.load(exports);
            assertThat(loaded.count(Outcome.LOADED)).isEqualTo(exports.size());
            assertThat(plant.number("select count(*) from workstation_master_log"))
                    .isEqualTo(280_560);
            assertThat(plant.number("select count(*) from testboard_master_log"))
                    .isEqualTo(111_552);

            plant.refresh();
            assertKnownMarts(plant);
            assertKnownChange(plant);
            assertKnownShifts(plant);
            assertNothingNew(plant, exports);
        }
    }

    @Test
    void tablesOfTheOriginal_comeOutToTheDigit() {
        List<Path> exports = exports("workstationreport_xlsx", "testboardrecord_xlsx");
        try (TestPlant plant = TestPlant.on(engine, folder, Profile.ETL_V2)) {
            plant.load(exports);
            plant.refresh();
            for (String table : ORIGINAL) {
                CsvRows expected = CsvRows.of(RealData.expected("etl-v2/" + table + ".csv"));
                assertThat(expected.same(plant.table("select * from etl_v2." + table)))
                        .as(table)
                        .isEqualTo(expected.rows());
            }
        }
    }

    private static void assertKnownMarts(TestPlant plant) throws IOException {
        for (String mart : Marts.builtIn().all().stream()
                .map(m -> m.name())
                .filter(name -> !NEWER.contains(name))
                .toList()) {
            List<String> known = Files.readAllLines(RealData.expected("plant/" + mart + ".csv"));
            List<String> marts = plant.lines("select " + known.get(0) + " from " + mart);
            assertThat(marts.stream().sorted().toList())
                    .as(mart)
                    .isEqualTo(known.stream().skip(1).sorted().toList());
        }
    }

    private static void assertKnownChange(TestPlant plant) {
        ChangeQuestion question = new ChangeQuestion(
                Period.parse("2025-04-01..2025-04-30"),
                Period.parse("2025-05-01..2025-05-31"),
                Map.of(),
                ChangeQuestion.DEFAULT_BY);
        YieldChange change = plant.ask(new YieldChangeOperation(), question).change();
        CsvRows totals = CsvRows.of(RealData.expected("insight/yield_change_april_may_totals.csv"));
        assertThat(totals.same(ChangeTables.stations(change))).isEqualTo(totals.rows());
        CsvRows groups = CsvRows.of(RealData.expected("insight/yield_change_april_may.csv"));
        assertThat(groups.same(ChangeTables.groups(change))).isEqualTo(groups.rows());
    }

    private static void assertKnownShifts(TestPlant plant) {
        CsvRows ofRecords = CsvRows.of(RealData.expected("insight/shifts_april_may.csv"));
        assertThat(ofRecords.same(plant.warehouse().read(RecordShifts::of))).isEqualTo(ofRecords.rows());

        DayRange days = new DayRange(LocalDate.parse("2025-04-01"), LocalDate.parse("2025-05-31"));
        ShiftQuestion question = new ShiftQuestion(days, Set.of(SeriesKind.STATION), null, null);
        Shifts shifts = plant.ask(new ShiftsOperation(), question).shifts();
        assertThat(shifts.found().stream().map(Shift::words))
                .contains(
                        "Tesla SXM4 at FI fails less since Tue 2025-04-29: 11.64 % (468 of 4,019 units), before 17.59 %"
                                + " (566 of 3,217 units).",
                        "Tesla SXM5 at BAT fails less since Thu 2025-05-01: 17.00 % (498 of 2,930 units), before 23.05 %"
                                + " (286 of 1,241 units).",
                        "Tesla SXM4 at FPF fails more since Fri 2025-05-23: 7.69 % (20 of 260 units), before 1.19 %"
                                + " (97 of 8,149 units).",
                        // By records, which count the retests too, it is 8 May; by units the rate rises four working
                        // days later.
                        "Tesla SXM4 at FLA fails more since Wed 2025-05-14: 6.81 % (95 of 1,394 units), before 2.21 %"
                                + " (169 of 7,639 units).");
        assertThat(shifts.found()).hasSize(19);
        assertThat(PermutedShifts.worlds(question, plant.warehouse(), 50)).isLessThanOrEqualTo(6);
    }

    private static void assertNothingNew(TestPlant plant, List<Path> exports) {
        Loaded old = plant.load(exports("workstationreport", "testboardrecord"));
        assertThat(old.summary()).contains(", 0 known, 0 parked: ").contains(" rows, 0 new, ");
        assertThat(old.summary()).contains(" 0 revised, ");

        assertThat(plant.load(exports).count(Outcome.KNOWN)).isEqualTo(exports.size());
        assertThat(plant.refresh().summary()).isEqualTo("all marts are up to date");
    }

    private static List<Path> exports(String... folders) {
        List<Path> exports = new ArrayList<>();
        for (String folder : folders) {
            exports.addAll(RealData.exports(folder));
        }
        return exports;
    }
}
