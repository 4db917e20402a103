package io.yieldline.quality;

import io.yieldline.backup.BackupSettings;
import io.yieldline.demo.ExportFile;
import io.yieldline.operation.TestPlant;
import io.yieldline.operation.change.BackupOperation;
import io.yieldline.operation.change.CleanOperation;
import io.yieldline.operation.change.PurgeOperation;
import io.yieldline.operation.change.RestoreOperation;
import io.yieldline.operation.change.WipeOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Loads, corrects, takes away, restores and sets what checks depend on, at random. */
final class RandomChanges {
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

    private final TestPlant plant;
    private final Path folder;
    private final Random random;
    private final Consumer<String> look;

    private String backup = "";
    private int files;

    /**
     * Changes a plant.
     *
     * @param folder where its exports are written
     * @param look is called while something is wrong that the change itself repairs
     */
    RandomChanges(TestPlant plant, Path folder, Random random, Consumer<String> look) {
        this.plant = plant;
        this.folder = folder;
        this.random = random;
        this.look = look;
    }

    /** Does something at random; what it was. */
    String change() {
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

    /** An export of a few random rows. */
    String load() {
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
        look.accept("an event that stands twice");
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

    /** One of the days of the records. */
    LocalDate day() {
        return LocalDate.parse(pick(DAYS));
    }

    private static void rewrite(Path file, UnaryOperator<String> change) {
        try {
            Files.writeString(file, change.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
