package io.yieldline.quality;

import static io.yieldline.quality.Finding.error;
import static io.yieldline.quality.Finding.warn;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.warehouse.Engine;
import io.yieldline.yaml.ResourceFolder;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Six good weeks please every check; an error that is planted in their records is found, and named by its row. */
abstract class PlantedErrorContract extends PlantedErrorSuite {
    PlantedErrorContract(Engine engine) {
        super(engine);
    }

    @Test
    void sixGoodWeeksPleaseEveryCheck() {
        plant.rule("packing: [PACKING]", "packing: []");
        plant.rule("sort_test: [TEST]", "sort_test: []");
        plant.prepare();
        plant.refresh();
        assertThat(Checks.builtIn().all())
                .filteredOn(check -> !check.name().equals("rule_names"))
                .allSatisfy(check -> assertThat(plant.check(check.name()))
                        .as(check.name())
                        .returns(List.of(), CheckReport::findings)
                        .returns(Outcome.PASSED, CheckReport::outcome)
                        .returns(0L, CheckReport::failing));
    }

    @Test
    void blanks() {
        plant.change("update workstation_master_log set model = null where serial_number = '17108059'");
        CheckReport report = plant.check("blanks");
        assertThat(report.findings())
                .containsExactly(
                        warn("workstation.model: 1 of 1,800; correct these rows in the MES and export them again"));
        assertThat(report.details().columns())
                .containsExactly(
                        "feed", "blank", "serial_number", "station", "ended_at", "export_id", "row_number", "file");
        assertThat(report.details().rows())
                .containsExactly(List.of(
                        "workstation",
                        "model",
                        "17108059",
                        "FI",
                        LocalDateTime.of(2025, 4, 18, 12, 55),
                        1L,
                        1801L,
                        plant.file("production.csv").toString()));
        assertThat(report.failing()).isEqualTo(1);
        assertThat(report.total()).isEqualTo(4 * 1800 + 5 * 1800);
    }

    @Test
    void unknownStatus() {
        plant.load(more(TinyExport.row("1724001", "FI", "2025-04-18 08:05:00", "Melted")));
        assertThat(plant.check("unknown_status").findings())
                .containsExactly(
                        warn(
                                "workstation: 1 of 1,801; add the status under verdicts in rules.yaml, then run: yieldline aggregate"));
    }

    @Test
    void namesThatAreNew() {
        plant.load(more(TinyExport.row("1724001", "F1", "2025-04-18 08:05:00", "Pass")));
        assertThat(plant.check("new_names").findings())
                .containsExactly(
                        warn("workstation.station: 1 of 301; these names are new; check their spelling, and the"
                                + " rules that name models and stations"));
    }

    @Test
    void namesInTheRulesThatNeverOccur() {
        plant.define(plant.home().checks(), "rule_names.yaml", """
                {name: rule_names, title: t, dimension: validity, severity: warn, kind: rule_names,
                 options: {fewest_records: 1800}}
                """);
        assertThat(plant.check("rule_names").findings())
                .extracting(Finding::message)
                .contains(
                        "focused_rolled_yield of Tesla SXM4: no record has the station VI2; the most similar name is FI;"
                                + " correct rules.yaml, then run: yieldline aggregate",
                        "stations.packing: no record has the station PACKING; the most similar name is FI; correct"
                                + " rules.yaml, then run: yieldline aggregate")
                .noneMatch(message -> message.contains("station FI;") || message.contains("REPAIR"))
                .doesNotHaveDuplicates();
        assertThat(plant.check("rule_names")).returns(14L, CheckReport::failing).returns(17L, CheckReport::total);
        plant.rule("Tesla SXM4: [VI2, ASSY2, FI, FQC]", "Tesla SXM4: [fi]");
        assertThat(plant.check("rule_names").failing()).isEqualTo(11);
        plant.rule("Tesla SXM5: [BBD, ASSY2, FI, FQC]", "Tesla SXM55: [BBD, ASSY2, FI, FQC]");
        assertThat(plant.check("rule_names").findings())
                .extracting(Finding::message)
                .contains(
                        "focused_rolled_yield: no record has the model Tesla SXM55; the most similar name is Tesla SXM4;"
                                + " correct rules.yaml, then run: yieldline aggregate");
    }

    @Test
    void endsBeforeItsStart() {
        plant.change("update testboard_master_log set started_at = timestamp '2025-04-18 23:00:00',"
                + " duration_seconds = -36300 where serial_number = '17108059'");
        CheckReport report = plant.check("end_before_start");
        assertThat(report.findings())
                .containsExactly(error("testboard: 1 of 1,800; correct these times in the MES and export them again"));
        assertThat(report.passed()).isFalse();
    }

    /** Clocks go back from 2:00 to 1:00: the first two rows are right, the third one is wrong in whichever hour it ends. */
    @Test
    void endsBeforeItsStart_acrossTheHourThatOccursTwice() {
        plant.load(more(
                times("1724001", "2024-11-03 01:50:00", "2024-11-03 01:10:00"),
                times("1724002", "2024-11-03 00:50:00", "2024-11-03 01:10:00"),
                times("1724003", "2024-11-03 02:10:00", "2024-11-03 01:50:00")));
        CheckReport report = plant.check("end_before_start");
        assertThat(report.details().rows()).hasSize(1);
        assertThat(report.details().rows().get(0)).contains("1724003");
    }

    /** Clocks go back from 2:00 to 1:00 in November, and forward from 2:00 to 3:00 in March; those of the test boards do neither. */
    @Test
    void timesThatTheClockShowsTwiceOrNever() {
        plant.load(more(
                times("1724001", "2024-11-03 00:50:00", "2024-11-03 01:10:00"),
                times("1724002", "2024-11-03 01:50:00", "2024-11-03 02:00:00"),
                times("1724003", "2024-11-03 02:00:00", "2024-11-03 02:10:00"),
                times("1724004", "2024-11-03 00:50:00", "2024-11-03 00:59:59"),
                times("1724005", "2025-03-09 02:20:00", "2025-03-09 03:10:00"),
                times("1724006", "2025-03-09 01:20:00", "2025-03-09 03:00:00")));
        CheckReport report = plant.check("clock_changes", LocalDate.of(2024, 11, 1), LocalDate.of(2025, 3, 31));
        assertThat(report.findings())
                .containsExactly(
                        warn("workstation: 2 records with a time from 2024-11-03 01:00 to 02:00, which the clock of"
                                + " America/New_York shows twice; without an offset, such a time counts as the first,"
                                + " unless the record would end before it starts; export this feed in UTC, or with"
                                + " offsets such as -05:00"),
                        warn("workstation: 1 record with a time from 2025-03-09 02:00 to 03:00, which the clock of"
                                + " America/New_York skips; correct the clock of these stations, or the zone in"
                                + " feeds/workstation.yaml"));
        assertThat(report.failing()).isEqualTo(3);
        assertThat(plant.check("clock_changes").findings()).isEmpty();
    }

    @Test
    void recordsOfTheFuture() {
        plant.load(more(TinyExport.row("1724001", "FI", "2025-04-21 08:00:01", "Pass")));
        CheckReport report = plant.check("future_records");
        assertThat(report.findings())
                .containsExactly(
                        error(
                                "workstation: 1 of 1,801; check the clock of the computer, and the time zones of the plant and of the feed"));
        assertThat(report.details().rows().get(0)).contains("1724001", 3L, 2L);
    }

    @Test
    void misScannedFixtures() {
        plant.load(SixWeeks.tests(
                temp.resolve("more.csv"),
                SixWeeks.test("1724001", LocalDateTime.of(2025, 4, 18, 8, 0), "7V-NC0001"),
                SixWeeks.test("1724002", LocalDateTime.of(2025, 4, 18, 8, 0), "NV-NC9999")));
        CheckReport report = plant.check("fixture_names");
        assertThat(report.findings())
                .containsExactly(
                        warn("testboard: 1 of 1,802; these names look mis-scanned; scan the fixture label again"
                                + " and correct the rows in the MES"));
        assertThat(report.details().rows().get(0)).contains("7V-NC0001");
    }

    @Test
    void stationsWithNothingButRetests() {
        plant.load(more(Stream.of("2025-03-11", "2025-04-17")
                .flatMap(day -> IntStream.range(10, 30)
                        .mapToObj(unit -> TinyExport.row("99" + unit, "BBD", day + " 08:05:00", "Pass")))
                .toArray(String[]::new)));
        CheckReport report = plant.check("retest_only");
        assertThat(report.findings())
                .containsExactly(
                        warn("1 of 2; no unit has its first run here; check whether first runs are logged under"
                                + " another station name"));
        assertThat(report.details().rows().get(0))
                .containsExactly("Tesla SXM4", "BBD", 20L, 20L, LocalDate.of(2025, 4, 17), LocalDate.of(2025, 4, 17));
    }

    @Test
    void aWrongZone() {
        String feed = ResourceFolder.text(io.yieldline.feed.Feed.class, "testboard.yaml");
        plant.change("delete from testboard_master_log");
        plant.change("delete from export where id = 2");
        plant.define(plant.home().feeds(), "testboard.yaml", feed.replace("zone: Asia/Shanghai", "zone: plant"));
        plant.load(SixWeeks.testboard(temp));
        CheckReport report = plant.check("zone_match");
        assertThat(report.findings())
                .containsExactly(warn("0 of 1,740 testboard records are in workstation at the same time, but 1,800 of"
                        + " all 1,800 would be 12 h earlier; the times fit UTC+08:00 (such as Asia/Shanghai): correct zone in"
                        + " feeds/testboard.yaml, then run: yieldline rebuild"));
        assertThat(report.details().rows()).hasSize(1000);
        plant.rule("convert_zones: true", "convert_zones: false");
        assertThat(plant.check("zone_match").findings().get(0).message())
                .endsWith(
                        "(such as Asia/Shanghai): set convert_zones in rules.yaml to true, then run: yieldline rebuild");
    }

    @Test
    void testsWithoutProduction() {
        plant.change("delete from workstation_master_log where day between date '2025-03-12' and date '2025-03-13'");
        assertThat(plant.check("zone_match").findings())
                .containsExactly(warn("1,680 of 1,800 testboard records are in workstation at the same time; load the"
                        + " workstation exports of the same days"));
        plant.change("delete from workstation_master_log where day > date '2025-03-20'");
        assertThat(plant.check("zone_match").total())
                .as("tests after the last production are not judged")
                .isEqualTo(540);
    }
}
