package io.yieldline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPlantTest {
    private static final DemoPlant PLANT = DemoPlant.generate(DemoSettings.standard());

    @Test
    void theSameSettingsGiveTheSameBytes() {
        DemoSettings small = new DemoSettings(LocalDate.of(2025, 10, 27), 9, 150, 4);
        DemoPlant once = DemoPlant.generate(small);
        DemoPlant again = DemoPlant.generate(small);

        assertThat(again.truth()).isEqualTo(once.truth());
        for (int i = 0; i < once.exports().size(); i++) {
            DemoExport export = once.exports().get(i);
            assertThat(again.exports().get(i).path()).isEqualTo(export.path());
            assertThat(again.exports().get(i).content()).as(export.path()).isEqualTo(export.content());
        }
    }

    @Test
    void anotherSeedGivesAnotherPlant() {
        DemoPlant one = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 3), 7, 100, 1));
        DemoPlant other = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 3), 7, 100, 2));
        assertThat(other.truth()).isNotEqualTo(one.truth());
    }

    @Test
    void importingTheExportsInTheirOrderGivesTheTruth() {
        PlainImport imported = imported(PLANT);
        assertThat(imported.workstation.values())
                .containsExactlyInAnyOrderElementsOf(PLANT.truth().workstation());
        assertThat(imported.testboard.values())
                .containsExactlyInAnyOrderElementsOf(PLANT.truth().testboard());
        assertThat(imported.snfn.values())
                .containsExactlyInAnyOrderElementsOf(PLANT.truth().snfn());
    }

    @Test
    void otherPlantsImportAsWell() {
        for (int seed = 1; seed <= 5; seed++) {
            DemoPlant autumn = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 10, 29), 7, 100, seed));
            PlainImport imported = imported(autumn);
            assertThat(imported.workstation.values())
                    .containsExactlyInAnyOrderElementsOf(autumn.truth().workstation());
            assertThat(imported.testboard.values())
                    .containsExactlyInAnyOrderElementsOf(autumn.truth().testboard());
        }
    }

    @Test
    void everyEventIsThereOnceAndStartsBeforeItEnds() {
        List<WorkstationEvent> events = PLANT.truth().workstation();
        assertThat(events.stream().map(PlainImport.Identity::of).distinct()).hasSameSizeAs(events);
        assertThat(events).noneMatch(event -> event.startedAt().isAfter(event.endedAt()));
    }

    @Test
    void nameOrderIsAlsoAnOrderInWhichCorrectionsWin() {
        PlainImport imported = new PlainImport();
        readable(PLANT)
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .forEach(export -> imported.read(export.feed(), export.content()));
        assertThat(imported.workstation.values())
                .containsExactlyInAnyOrderElementsOf(PLANT.truth().workstation());
    }

    @Test
    void someStatusesAreCorrectedInANewerExport() {
        PlainImport first = new PlainImport();
        readable(PLANT)
                .limit(PLANT.exports().size() - 3)
                .forEach(export -> first.read(export.feed(), export.content()));
        assertThat(PLANT.truth().workstation())
                .filteredOn(event -> {
                    WorkstationEvent before = first.workstation.get(PlainImport.Identity.of(event));
                    return before != null && !Objects.equals(before.status(), event.status());
                })
                .hasSize(3)
                .allMatch(event -> "Pass".equals(event.status()));
    }

    @Test
    void electricalTestsAreInBothFeeds() {
        HashSet<PlainImport.Identity> steps = new HashSet<>();
        PLANT.truth().workstation().forEach(event -> steps.add(PlainImport.Identity.of(event)));
        List<TestboardEvent> tests = PLANT.truth().testboard();
        long lost = tests.stream()
                .filter(test -> !steps.contains(PlainImport.Identity.of(test)))
                .count();
        assertThat(lost).isBetween(1L, tests.size() / 200L);
    }

    @Test
    void thePlantHasAllOddities() {
        List<WorkstationEvent> steps = PLANT.truth().workstation();
        assertThat(steps).filteredOn(e -> "Serving".equals(e.status())).hasSize(2);
        assertThat(steps).filteredOn(e -> e.status() == null).hasSizeGreaterThan(20);
        assertThat(steps).anyMatch(e -> "Scrap".equals(e.status()));
        assertThat(steps).anyMatch(e -> e.flow() == null);
        assertThat(steps).anyMatch(e -> e.flow() != null && e.flow().length() == 50);
        assertThat(steps).anyMatch(e -> e.startedAt().plusDays(300).isBefore(e.endedAt()));
        assertThat(steps)
                .anyMatch(e -> e.station().equals("SORTING")
                        && e.flow() != null
                        && e.flow().startsWith("PG506"));
        assertThat(steps)
                .anyMatch(e -> e.station().equals("PACKING")
                        && e.endedAt().getDayOfWeek().getValue() > 5);
    }

    @Test
    void theTestsHaveAllOddities() {
        List<TestboardEvent> tests = PLANT.truth().testboard();
        assertThat(tests).anyMatch(t -> t.fixture().startsWith("400000"));
        assertThat(tests).anyMatch(t -> t.fixture().startsWith("NV-NV0"));
        assertThat(tests).anyMatch(t -> "Fail".equals(t.status()) && t.failureReasons() == null);
        assertThat(tests).anyMatch(t -> "972400".equals(t.failureReasons()));
        assertThat(rows("testboard")).anyMatch(row -> row.get("SN").startsWith("：\t"));
        assertThat(rows("workstation"))
                .anyMatch(row -> !row.getOrDefault("operator", "").strip().equals(row.getOrDefault("operator", "")));
        assertThat(rows("workstation")).anyMatch(row -> row.containsKey("TAT"));
    }

    @Test
    void oneFixtureWearsOut() {
        assertThat(failing(day -> day > 20)).isGreaterThan(2 * failing(day -> day < 10));
    }

    @Test
    void onlyABrokenDownloadAndALoginPageAreNoWorkbooks() {
        assertThat(PLANT.exports()).filteredOn(export -> !export.readable()).hasSize(2);
        assertThat(PLANT.exports()).anyMatch(export -> export.path().endsWith(" (1).xls"));
        assertThat(PLANT.exports()).allMatch(export -> export.rejected() * 20 <= export.rows());
        assertThat(PLANT.exports()).filteredOn(export -> export.rejected() > 0).hasSize(2);
    }

    @Test
    void filesAreWrittenInTheOrderAndWithTheTimeTheyWereMade(@TempDir Path folder) throws IOException {
        List<Path> files = PLANT.writeTo(folder);
        assertThat(files).hasSameSizeAs(PLANT.exports());
        for (int i = 1; i < files.size(); i++) {
            assertThat(Files.getLastModifiedTime(files.get(i)))
                    .isGreaterThan(Files.getLastModifiedTime(files.get(i - 1)));
        }
    }

    @Test
    void tooSmallAPlantIsRefused() {
        assertThatThrownBy(() -> new DemoSettings(LocalDate.of(2025, 3, 3), 2, 1_200, 1))
                .isInstanceOf(UserError.class)
                .hasMessage("demo plant: 2 days are too few, use 7 or more");
    }

    private static PlainImport imported(DemoPlant plant) {
        PlainImport imported = new PlainImport();
        readable(plant).forEach(export -> {
            int rows = SheetRows.of(export.content()).size();
            int rejected = imported.read(export.feed(), export.content());
            assertThat(rows).as(export.path()).isEqualTo(export.rows());
            assertThat(rejected).as(export.path()).isEqualTo(export.rejected());
        });
        return imported;
    }

    private static Stream<DemoExport> readable(DemoPlant plant) {
        return plant.exports().stream().filter(DemoExport::readable);
    }

    private static List<Map<String, String>> rows(String feed) {
        return readable(PLANT)
                .filter(export -> export.feed().equals(feed))
                .flatMap(export -> SheetRows.of(export.content()).stream())
                .toList();
    }

    /** Percent of the tests on the worn fixture that failed, on some days of the month. */
    private static long failing(Predicate<Integer> days) {
        List<TestboardEvent> tests = PLANT.truth().testboard().stream()
                .filter(test -> "NV-NC0305".equals(test.fixture()))
                .filter(test -> days.test(test.endedAt().getDayOfMonth()))
                .toList();
        return 100 * tests.stream().filter(test -> "Fail".equals(test.status())).count() / tests.size();
    }
}
