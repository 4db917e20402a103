package io.yieldline.quality;

import static io.yieldline.quality.Finding.error;
import static io.yieldline.quality.Finding.warn;
import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every check is content with a good plant and finds the error that is planted in it, on every engine. */
abstract class CheckContract {
    @TempDir
    Path temp;

    private CheckedPlant plant;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    /** What has to go before an event can stand twice. */
    abstract String dropKey();

    /** The engine's words for dropping a column that views may read. */
    abstract String dropColumn(String table, String column);

    @BeforeEach
    void load() {
        plant = CheckedPlant.on(warehouse(), temp);
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @TestFactory
    Stream<DynamicTest> aGoodPlantPasses() {
        return Checks.builtIn().all().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name(),
                        () -> assertThat(plant.check(check.name()).passed()).isTrue()));
    }

    @Test
    void countsNameEveryStage() {
        CheckReport report = plant.check("counts");
        assertThat(report.findings()).isEmpty();
        assertThat(report.details().columns())
                .containsExactly(
                        "feed",
                        "exports",
                        "records",
                        "replaced",
                        "seen_again",
                        "rejected",
                        "row_total",
                        "purged",
                        "first_day",
                        "last_day");
        assertThat(report.details().rows().get(0))
                .containsExactly(
                        "workstation",
                        1L,
                        5L,
                        0L,
                        0L,
                        0L,
                        5L,
                        0L,
                        LocalDate.of(2025, 4, 15),
                        LocalDate.of(2025, 4, 19));
    }

    @Test
    void countsAddUpWhereOutputOfAWeekendIsOfTheMonthBefore() {
        plant.load(TinyExport.write(
                plant.file("weekend.csv"), TinyExport.row("1726000", "PACKING", "2025-03-01 10:00:00", "Pass")));
        plant.refresh();

        assertThat(plant.check("counts").findings()).isEmpty();
    }

    @Test
    void countsAddUpAfterDuplicatesRevisionsAndRejections() {
        plant.load(TinyExport.write(
                plant.file("more.csv"),
                Stream.concat(
                                Stream.of(
                                        TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                                        TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass"),
                                        TinyExport.row("1724002", "FI", "2025-04-15 08:15:00", "Scrap"),
                                        TinyExport.row("1724002", "", "2025-04-15 08:15:00", "Pass")),
                                Stream.iterate(10, minute -> minute + 1)
                                        .limit(40)
                                        .map(minute -> TinyExport.row(
                                                "1725000", "FCT", "2025-04-16 11:" + minute + ":00", "Pass")))
                        .toArray(String[]::new)));
        plant.refresh();
        CheckReport report = plant.check("counts");
        assertThat(report.findings()).isEmpty();
        assertThat(report.details().rows().get(0).subList(0, 7))
                .containsExactly("workstation", 2L, 45L, 1L, 2L, 1L, 49L);
    }

    @Test
    void countsMissALostRecord() {
        plant.change("delete from workstation_master_log where station = 'PACKING' and verdict = 'none'");
        assertThat(plant.check("counts").findings())
                .contains(
                        error("feed workstation: the exports have 5 rows, the master log accounts for 4;"
                                + " rebuild all data from the archive with: yieldline rebuild"),
                        error("mart station_hourly: its total sums up to 5, its source to 4;"
                                + " run: yieldline aggregate --mode all --mart station_hourly"));
    }

    @Test
    void countsMissALostEntryOfTheLedger() {
        plant.change("update export set new_count = 4");
        assertThat(plant.check("counts").findings())
                .containsExactly(
                        error("export 1 (" + plant.file("workstation.csv") + "): 5 rows, but 4 accepted and 0 rejected;"
                                + " rebuild all data from the archive with: yieldline rebuild"));
    }

    @Test
    void countsMissARejectedRow() {
        plant.load(TinyExport.write(
                plant.file("more.csv"),
                Stream.iterate(10, second -> second + 1)
                        .limit(30)
                        .map(second -> TinyExport.row(
                                "1724003", "FI", second == 10 ? "soon" : "2025-04-17 08:05:" + second, "Pass"))
                        .toArray(String[]::new)));
        plant.refresh();
        assertThat(plant.check("counts").findings()).isEmpty();
        plant.change("delete from rejected_row");
        assertThat(plant.check("counts").findings())
                .containsExactly(error("export 2 (" + plant.file("more.csv") + "): 1 row was rejected, 0 are listed;"
                        + " rebuild all data from the archive with: yieldline rebuild"));
    }

    @Test
    void countsMissAChangedMart() {
        plant.change("update packing_daily set packed = packed + 1");
        assertThat(plant.check("counts").findings())
                .containsExactly(error("mart packing_daily: its packed sums up to 2, its source to 1;"
                        + " run: yieldline aggregate --mode all --mart packing_daily"));
    }

    @Test
    void countsOnlyWarnOfStaleMarts() {
        plant.load(TinyExport.write(
                plant.file("more.csv"), TinyExport.row("1724003", "TEST", "2025-04-17 08:05:00", "Pass")));
        CheckReport report = plant.check("counts");
        assertThat(report.passed()).isTrue();
        assertThat(report.findings())
                .contains(warn("mart station_yield_daily is stale; run: yieldline aggregate"))
                .allMatch(finding -> finding.message().endsWith(" is stale; run: yieldline aggregate"));
    }

    @Test
    void duplicatesFindAnEventThatStandsTwice() {
        plant.change(dropKey());
        plant.change("insert into workstation_master_log select * from workstation_master_log where row_number = 2");
        CheckReport report = plant.check("duplicates");
        assertThat(report.findings())
                .containsExactly(error("workstation: 2 of 6; these records share their identity with another;"
                        + " remove them with: yieldline clean duplicates"));
        assertThat(plant.check("counts").findings())
                .contains(error("feed workstation: the exports have 5 rows, the master log accounts for 6; remove"
                        + " duplicates with: yieldline clean duplicates; or rebuild all data from the archive with:"
                        + " yieldline rebuild"));
        assertThat(report.details().rows())
                .hasSize(2)
                .allMatch(row -> row.get(1).equals("1724001"));
    }

    @Test
    void availabilityFindsWorkingDaysWithoutRecords() {
        CheckReport report = plant.check("availability");
        assertThat(report.findings())
                .containsExactly(
                        warn("feed workstation has no record on 2025-04-17; export that day again, or add it under"
                                + " closed_days"),
                        warn("feed workstation has no record on 2025-04-18; export that day again, or add it under"
                                + " closed_days"));
        assertThat(report.details().rows())
                .hasSize(5)
                .contains(List.of("workstation", LocalDate.of(2025, 4, 19), "SAT", 1L));
    }

    @Test
    void availabilityLooksAtChosenDays() {
        assertThat(plant.check("availability", LocalDate.of(2025, 4, 15), LocalDate.of(2025, 4, 16))
                        .findings())
                .isEmpty();
    }

    @Test
    void availabilityMissesNothingThatIsNotDue() {
        LocalDate monday = LocalDate.of(2025, 4, 21);
        assertThat(plant.check("availability", monday.minusDays(1), monday.plusDays(6))
                        .findings())
                .isEmpty();
        assertThat(plant.check("availability", monday.plusDays(1), monday.plusDays(6))
                        .findings())
                .isEmpty();
        plant.at("2025-04-22T16:00:00Z");
        assertThat(plant.check("availability", monday, monday.plusDays(6)).findings())
                .containsExactly(warn("feed workstation has no record on 2025-04-21; export that day again, or add it"
                        + " under closed_days"));
    }

    @Test
    void schemaFindsALostColumn() {
        plant.change(dropColumn("packing_daily", "packed"));
        assertThat(plant.check("schema").findings())
                .contains(
                        error(
                                "packing_daily.packed is missing; it should be number; repair it with: yieldline clean schema"));
    }

    @Test
    void schemaFindsALostTable() {
        plant.change("drop table rejected_row");
        assertThat(plant.check("schema").findings())
                .containsExactly(error("rejected_row is missing; repair it with: yieldline clean schema"));
    }

    @Test
    void schemaFindsAChangedType() {
        plant.change("alter table rejected_row alter column row_number type text");
        assertThat(plant.check("schema").findings())
                .containsExactly(
                        error(
                                "rejected_row.row_number is text; it should be number; repair it with: yieldline clean schema"));
    }

    @Test
    void schemaOnlyWarnsOfWhatIsNotYieldlines() {
        plant.change("create table notes (remark text)");
        CheckReport report = plant.check("schema");
        assertThat(report.passed()).isTrue();
        assertThat(report.findings())
                .containsExactly(warn("notes.remark (text) is foreign; Yieldline does not use it"));
    }
}
