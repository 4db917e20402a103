package io.yieldline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.backup.BackupSettings;
import io.yieldline.demo.ExportFile;
import io.yieldline.operation.TestPlant;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.WarehouseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final List<String> HEADER = List.of(
            "SN",
            "PN",
            "Workstation Name",
            "History station start time",
            "History station end time",
            "Service Flow",
            "Model",
            "History station passing status",
            "operator");
    private static final String[] STATIONS = {"FI", "Fi", "VI2", "PACKING"};
    private static final String[] STATUSES = {"Pass", "Fail", "Odd", ""};
    private static final String[] DAYS = {
        "2024-11-30",
        "2024-12-31",
        "2025-01-15",
        "2025-02-28",
        "2025-03-01",
        "2025-03-31",
        "2025-04-30",
        "2025-05-01",
        "2025-05-20"
    };
    private static final String[] TIMES = {"00:00:30", "05:59:59", "06:00:00", "12:10:00", "12:10:20", "23:59:00"};

    @TempDir
    Path folder;

    private Random random;
    private TestPlant plant;
    private String backup = "";
    private int files;

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
            plant = opened;
            load();
            load();
            plant.refresh();
            assertSame("the start");
            for (int i = 0; i < (engine == Engine.DUCKDB ? CHANGES : CHANGES / 2); i++) {
                assertSame(change());
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
            plant = opened;
            load();
            load();
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
        LocalDate from = LocalDate.parse(pick(DAYS));
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

    private String change() {
        return switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> load();
            case 4 -> tests();
            case 5 -> done("refresh", plant::refresh);
            case 6 -> doubled();
            case 7 -> rules();
            case 8 -> settings();
            case 9 -> definition();
            case 10 -> random.nextBoolean() ? wiped() : purged();
            case 11 -> backedUp();
            default -> restored();
        };
    }

    private static String done(String what, Runnable work) {
        work.run();
        return what;
    }

    private String load() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            rows.add(row());
        }
        Instant made = Instant.parse("2025-05-%02dT12:00:00Z".formatted(1 + random.nextInt(20)));
        plant.load(ExportFile.xlsx(folder.resolve(files++ + ".xlsx"), made, HEADER, rows));
        if (random.nextInt(3) > 0) {
            plant.refresh();
        }
        return "an export of " + rows;
    }

    /** Few units, stations and times, so that most rows meet others: seen again, corrected, outdated or contradicting. */
    private List<String> row() {
        String end = time();
        String start = random.nextInt(4) == 0 ? time() : end;
        return List.of(
                "132102500000" + random.nextInt(3),
                random.nextInt(5) == 0 ? "" : "692-1",
                pick(STATIONS),
                start,
                end,
                "NC",
                random.nextInt(6) == 0 ? "tesla sxm4" : "Tesla SXM4",
                pick(STATUSES),
                random.nextBoolean() ? "Ann" : "Bo");
    }

    private String time() {
        return pick(DAYS) + " " + pick(TIMES);
    }

    private String tests() {
        List<String> rows = new ArrayList<>();
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            String end = time();
            rows.add(String.join(
                    ",",
                    "132102500000" + random.nextInt(3),
                    "692-1",
                    "Tesla SXM4",
                    "FT",
                    "FI",
                    end,
                    end,
                    pick(STATUSES),
                    "",
                    random.nextInt(3) == 0 ? "40000" + random.nextInt(3) : "NV-NC0001"));
        }
        plant.load(SixWeeks.tests(folder.resolve(files++ + ".csv"), rows.toArray(String[]::new)));
        plant.refresh();
        return "tests " + rows;
    }

    /** An event that stands twice; PostgreSQL does not take it. */
    private String doubled() {
        if (plant.warehouse().engine() == Engine.POSTGRES) {
            return load();
        }
        plant.warehouse()
                .writeAll(
                        session -> session.execute(
                                "insert into workstation_master_log select * from workstation_master_log order by identity limit 2"));
        assertSame("an event that stands twice");
        plant.run(new CleanOperation(), new CleanOperation.Parameters(CleanOperation.What.DUPLICATES, false));
        return "clean duplicates";
    }

    private String rules() {
        boolean late = random.nextBoolean();
        rewrite(
                plant.home().rulesFile(),
                text -> text.replaceAll("(?m)^day_starts:.*\\n", "") + (late ? "\nday_starts: '06:00'\n" : ""));
        plant.reopen();
        plant.refresh();
        return "rules, day_starts " + late;
    }

    private String settings() {
        boolean known = random.nextBoolean();
        rewrite(
                plant.home().settingsFile(),
                text -> text.replaceAll("(?ms)^checks:.*", "")
                        + (known ? "\nchecks:\n  known_stations: [FI, VI2]\n" : ""));
        plant.reopen();
        return "settings, known stations " + known;
    }

    private String definition() {
        String limit = pick(new String[] {"5", "12", "24"});
        try {
            Files.writeString(
                    Files.createDirectories(plant.home().checks()).resolve("early.yaml"),
                    String.join(
                            "\n",
                            "name: early",
                            "title: Nobody works early",
                            "dimension: validity",
                            "severity: warn",
                            pick(new String[] {"depends_on: [days]", "depends_on: [all_days]", "days: 0"}),
                            "advice: ask",
                            "select: |",
                            "  select serial_number, station, ended_at, export_id, row_number from workstation_master_log",
                            "  where hour < " + limit + " and day between ${from} and ${to}",
                            "rows: |",
                            "  select count(*) from workstation_master_log where day between ${from} and ${to}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plant.reopen();
        return "a check of hours before " + limit;
    }

    private String wiped() {
        plant.run(new WipeOperation(), new WipeOperation.Parameters(List.of("workstation_master_log"), false, false));
        load();
        return "wipe and an export";
    }

    private String purged() {
        plant.run(new PurgeOperation(), new PurgeOperation.Parameters(2, false));
        return "purge";
    }

    private String backedUp() {
        backup = plant.run(new BackupOperation(), new BackupOperation.Parameters(BackupSettings.DEFAULT))
                .backup();
        return load();
    }

    private String restored() {
        if (backup.isEmpty()) {
            return backedUp();
        }
        plant.run(new RestoreOperation(), new RestoreOperation.Parameters(backup, null, false));
        return "restore";
    }

    private String pick(String[] texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static void rewrite(Path file, java.util.function.UnaryOperator<String> change) {
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
