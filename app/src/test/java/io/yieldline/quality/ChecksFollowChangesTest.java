package io.yieldline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.operation.TestPlant;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.WarehouseException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that carry on what they found earlier say the same as checks that look at everything, each month by itself or all days at
 * once: whatever is loaded, corrected, taken away, restored, or set in rules, settings and checks between them.
 */
@Tag("engines")
class ChecksFollowChangesTest {
    /** On the embedded database. */
    private static final int TRIES = Integer.getInteger("yieldline.lives", 1);

    private static final int CHANGES = 7;

    @TempDir
    Path folder;

    private Random random;
    private TestPlant plant;
    private RandomChanges changes;

    static Stream<Arguments> lives() {
        Stream<Arguments> embedded =
                Stream.iterate(1, seed -> seed + 1).limit(TRIES).map(seed -> Arguments.of(Engine.DUCKDB, seed));
        return Stream.concat(embedded, Stream.of(11).map(seed -> Arguments.of(Engine.POSTGRES, seed)));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void whatIsCarriedOnIsWhatAFullLookFinds(Engine engine, int seed) {
        random = new Random(seed);
        try (TestPlant opened = TestPlant.on(engine, folder.resolve("home"))) {
            open(opened);
            plant.refresh();
            assertSame("the start");
            for (int i = 0; i < (engine == Engine.DUCKDB ? CHANGES : CHANGES / 2); i++) {
                assertSame(changes.change());
            }
            plant.pass(Duration.ofDays(MonthAnswers.DAYS));
            assertThat(checked(CheckOperation.Parameters.all()).values())
                    .as("after a week everything is looked at")
                    .allMatch(report -> !report.looked().onlyChanges());
        }
    }

    /** Otherwise a check would cost more with every month of history. */
    @Test
    void theAnswersForOlderMonthsAreReadAsOneUntilOneOfThemChanges() {
        random = new Random(1);
        try (TestPlant opened = TestPlant.on(Engine.DUCKDB, folder.resolve("home"))) {
            open(opened);
            plant.refresh();
            Looked full = duplicates().looked();
            plant.warehouse().writeAll(session -> session.execute("delete from check_month where month like '2024-%'"));
            Looked carried = duplicates().looked();
            assertThat(carried.asked()).isZero();
            assertThat(carried.carried()).isEqualTo(full.asked()).isGreaterThan(4);
            plant.warehouse()
                    .writeAll(session -> session.within(
                            List.of("workstation_master_log"),
                            List.of("2024-12"),
                            () -> session.execute("update workstation_master_log set operator = 'Cy'"
                                    + " where day between date '2024-12-01' and date '2024-12-31'")));
            assertThat(duplicates().looked().asked())
                    .as("what is gone and what changed")
                    .isGreaterThan(1);
            assertThat(duplicates().looked().asked()).isZero();
        }
    }

    private void open(TestPlant opened) {
        plant = opened;
        changes = new RandomChanges(plant, folder, random, this::assertSame);
        changes.load();
        changes.load();
    }

    private CheckReport duplicates() {
        plant.pass(Duration.ofHours(1));
        return checked(new CheckOperation.Parameters(List.of("duplicates"), null, null, false, false))
                .get("duplicates");
    }

    private void assertSame(String after) {
        plant.pass(Duration.ofHours(1));
        Map<String, CheckReport> followed = checked(CheckOperation.Parameters.all());
        assertThat(plain(followed))
                .as("seed and months after %s", after)
                .isEqualTo(plain(whole(MonthAnswers.carried(true))));
        assertThat(plain(followed)).as("all days after %s", after).isEqualTo(plain(whole(MonthAnswers.none())));
        LocalDate from = changes.day();
        LocalDate to = from.plusDays(random.nextInt(40));
        assertThat(plain(looked(MonthAnswers.carried(false), from, to)))
                .as("%s to %s after %s", from, to, after)
                .isEqualTo(plain(looked(MonthAnswers.none(), from, to)));
    }

    private Map<String, CheckReport> checked(CheckOperation.Parameters parameters) {
        return named(plant.run(new CheckOperation(), parameters).checks());
    }

    private Map<String, CheckReport> whole(MonthAnswers months) {
        return looked(months, null, null);
    }

    private Map<String, CheckReport> looked(MonthAnswers months, @Nullable LocalDate from, @Nullable LocalDate to) {
        Inspection inspection = new Inspection(plant.parts(), from, to, months);
        return named(Checks.of(plant.plant()).all().stream()
                .map(check -> check.run(inspection, WarehouseException::line))
                .toList());
    }

    private static Map<String, CheckReport> named(List<CheckReport> reports) {
        Map<String, CheckReport> named = new LinkedHashMap<>();
        reports.forEach(report -> named.put(report.check(), report));
        return named;
    }

    /** Everything but how it was found. */
    private static String plain(Map<String, CheckReport> reports) {
        StringBuilder lines = new StringBuilder();
        reports.values().forEach(report -> {
            lines.append(report.result()).append('\n');
            report.findings().forEach(finding -> lines.append(finding).append('\n'));
            lines.append(report.details().columns()).append('\n');
            report.details().rows().forEach(row -> lines.append(row).append('\n'));
        });
        return lines.toString();
    }
}
