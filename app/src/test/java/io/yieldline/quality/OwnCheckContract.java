package io.yieldline.quality;

import static io.yieldline.quality.Finding.error;
import static io.yieldline.quality.Finding.warn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks and settings of the plant's own, and what is kept of any check. */
abstract class OwnCheckContract {
    @TempDir
    Path temp;

    private CheckedPlant plant;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    @BeforeEach
    void load() {
        plant = CheckedPlant.empty(warehouse(), temp);
        plant.load(SixWeeks.workstation(temp));
        plant.load(SixWeeks.testboard(temp));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    @Test
    void aCheckOfThePlantsOwn() {
        plant.define(plant.home().checks(), "night.yaml", """
                name: night_shift
                title: Nobody works at night
                dimension: validity
                severity: error
                advice: ask who did
                select: |
                  -- ${from} in a comment is nothing
                  with late as (select * from workstation_master_log where hour >= 12)
                  select serial_number, export_id, row_number from late where day between ${from} and ${to-1}
                """);
        assertThat(Checks.names(plant.plant()))
                .contains("night_shift", "counts")
                .containsExactlyElementsOf(
                        Checks.of(plant.plant()).all().stream().map(Check::name).toList());
        CheckReport report = plant.check("night_shift", LocalDate.of(2025, 4, 17), LocalDate.of(2025, 4, 18));
        assertThat(report.findings()).containsExactly(error("12 found; ask who did"));
        assertThat(report.total()).isNull();
        assertThat(report.details().rows().get(0)).contains("17107048");
    }

    @Test
    void aCheckThatCannotBeAnswered() {
        plant.define(plant.home().checks(), "odd.yaml", """
                {name: odd, title: t, dimension: validity, severity: warn, advice: a, select: select luck from export}
                """);
        CheckReport report = plant.check("odd");
        assertThat(report.outcome()).isEqualTo(Outcome.COULD_NOT_RUN);
        assertThat(report.passed()).isFalse();
        assertThat(report.findings().get(0).message())
                .startsWith("the check could not run: the database rejects the query: ")
                .contains("luck")
                .endsWith("; correct " + plant.home().checks().resolve("odd.yaml"));
    }

    @Test
    void resultsAreKeptAndRowsOfTheLatestRun() {
        plant.change("update workstation_master_log set model = null where serial_number = '17108059'");
        CheckHistory history = plant.history();
        LocalDateTime morning = LocalDateTime.of(2025, 4, 21, 8, 0);
        history.keep(1, morning, List.of(plant.check("blanks"), plant.check("duplicates")));
        plant.change("update workstation_master_log set model = null where serial_number = '17107059'");
        history.keep(2, morning.plusHours(1), List.of(plant.check("blanks")));

        assertThat(history.latest(Checks.names(plant.plant())))
                .containsExactly(
                        new CheckHistory.StoredResult(
                                2, morning.plusHours(1), plant.check("blanks").result()),
                        new CheckHistory.StoredResult(
                                1, morning, plant.check("duplicates").result()));
        assertThat(history.table(List.of("blanks"), 10).rows())
                .extracting(row -> row.get(0), row -> row.get(6))
                .containsExactly(tuple(2L, 2L), tuple(1L, 1L));
        assertThat(history.findings().rows())
                .containsExactly(List.of(
                        2L,
                        "blanks",
                        "warn",
                        "workstation.model: 2 of 1,800; correct these rows in the MES and export them again"));
        assertThat(history.rows("blanks").rows())
                .hasSize(2)
                .first()
                .isEqualTo(List.of(
                        2L,
                        1L,
                        1741L,
                        "feed=workstation, blank=model, serial_number=17107059, station=FI, ended_at=2025-04-17T12:55,"
                                + " file=" + plant.file("production.csv")));
    }

    @Test
    void aResultAboutSomeDaysSaysNothingAboutTheOthers() {
        plant.change("update workstation_master_log set model = null where serial_number = '17108059'");
        CheckHistory history = plant.history();
        LocalDateTime morning = LocalDateTime.of(2025, 4, 21, 8, 0);
        LocalDate other = LocalDate.of(2025, 4, 16);
        CheckReport all = plant.check("blanks");
        CheckReport day = plant.check("blanks", other, other);
        assertThat(day.outcome()).isEqualTo(Outcome.PASSED);
        history.keep(1, morning, List.of(all));
        history.keep(2, morning.plusHours(1), List.of(day));

        assertThat(history.latest(Checks.names(plant.plant())))
                .containsExactly(new CheckHistory.StoredResult(1, morning, all.result()));
        assertThat(history.findings().rows()).hasSize(1);
        assertThat(history.rows("blanks").rows()).hasSize(1);
        assertThat(history.table(List.of(), 10).rows())
                .extracting(row -> row.get(0), row -> row.get(9), row -> row.get(10))
                .containsExactly(tuple(2L, other, other), tuple(1L, null, null));
    }

    @Test
    void whatLooksAtNoDaysIsAboutAllOfThem() {
        LocalDate day = LocalDate.of(2025, 4, 16);
        assertThat(Stream.of("counts", "schema", "archive"))
                .allSatisfy(
                        check -> assertThat(plant.check(check, day, day).days().coversAll())
                                .isTrue());
    }

    @Test
    void namesThatAreNotInTheSettings() {
        plant.set("known_models: []", "known_models: [tesla sxm5]");
        assertThat(plant.check("unknown_names").findings())
                .containsExactly(
                        warn(
                                "workstation.model: 1,800 of 1,800; correct the name in the MES, or add it to the known names in yieldline.yaml"),
                        warn(
                                "testboard.model: 1,800 of 1,800; correct the name in the MES, or add it to the known names in yieldline.yaml"));
        assertThat(plant.check("unknown_names").details().rows()).hasSize(1000);
        plant.set("known_models: [tesla sxm5]", "known_models: [tesla sxm4]");
        assertThat(plant.check("unknown_names"))
                .returns(0L, CheckReport::failing)
                .returns(3600L, CheckReport::total);
    }

    @Test
    void closedDaysHaveNoGaps() {
        plant.change("delete from workstation_master_log where day = date '2025-04-16'");
        assertThat(plant.check("availability").failing()).isEqualTo(1);
        plant.set("closed_days: []", "closed_days: [2025-04-16]");
        assertThat(plant.check("availability").findings()).isEmpty();
    }

    @Test
    void aFeedThatMustCome() {
        plant.set("expected_feeds: []", "expected_feeds: [snfn]");
        assertThat(plant.check("arrivals").findings())
                .containsExactly(warn("feed snfn is missing for 2025-04-14, 2025-04-15, 2025-04-16, 2025-04-17; export"
                        + " them, or add them under closed_days in yieldline.yaml"));
        plant.set("expected_feeds: [snfn]", "expected_feeds: [snff]");
        assertThat(plant.check("arrivals").findings())
                .containsExactly(error("the check could not run: unknown feed \"snff\"; valid values: workstation,"
                        + " testboard, snfn"));
    }
}
