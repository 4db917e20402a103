package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.yieldline.Prepared;
import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What can happen to a database file and its disk. One export is in the file, the next one only in its write-ahead log. Every
 * time the same: nobody reads wrong numbers without a word, and recover brings the same numbers back.
 */
@Tag("faults")
class DamageTest {
    private static final int FLIPS = 3;

    @TempDir
    Path temp;

    private Path home;
    private Path database;
    private Path log;
    private Cli cli;
    private String numbers;

    @BeforeEach
    void copy() throws IOException {
        Prepared.copy("file-and-log", temp, DamageTest::fill);
        home = temp.resolve("plant");
        database = database(temp);
        log = log(temp);
        cli = new Cli(home);
        numbers = Files.readString(numbers(temp));
    }

    private static void fill(Path folder) {
        try {
            loadOneIntoTheFileAndOneIntoItsLog(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void loadOneIntoTheFileAndOneIntoItsLog(Path folder) throws IOException {
        Path home = folder.resolve("plant");
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, home)) {
            plant.load(TinyExport.write(folder));
            plant.refresh();
        }
        byte[] older = Files.readAllBytes(database(folder));
        try (TestPlant plant = TestPlant.again(home)) {
            plant.warehouse().writeAll(session -> session.execute("pragma disable_checkpoint_on_shutdown"));
            plant.load(TinyExport.write(
                    folder.resolve("next.csv"), TinyExport.row("1724003", "FI", "2025-04-15 11:05:00", "Pass")));
            plant.refresh();
        }
        assertThat(log(folder)).isNotEmptyFile();
        byte[] whole = Files.readAllBytes(log(folder));
        Files.writeString(numbers(folder), numbers(new Cli(home)));
        Files.write(database(folder), older);
        Files.write(log(folder), whole);
    }

    private static Path database(Path folder) {
        return folder.resolve("plant/data/warehouse.duckdb");
    }

    private static Path log(Path folder) {
        return folder.resolve("plant/data/warehouse.duckdb.wal");
    }

    /** Where the right numbers are kept. */
    private static Path numbers(Path folder) {
        return folder.resolve("numbers.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "zeroed", "garbage", "cut", "cut short", "flipped"})
    void damagedLog_costsNothing(String damage) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        switch (damage) {
            case "missing" -> Files.delete(log);
            case "empty" -> Files.write(log, new byte[0]);
            case "zeroed" -> Files.write(log, new byte[bytes.length]);
            case "garbage" -> Files.writeString(log, "garbage".repeat(bytes.length / 7));
            case "cut" -> Files.write(log, Arrays.copyOf(bytes, bytes.length / 2));
            case "cut short" -> Files.write(log, Arrays.copyOf(bytes, bytes.length / 10));
            default -> Files.write(log, flipped(bytes, bytes.length / 2));
        }
        // Half of the log still holds the export, and lacks only the marts that followed it.
        if (!damage.equals("cut")) {
            assertLossIsSaid();
        }
        assertRecovers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "empty", "garbage", "directory"})
    void damagedFile_isNotStartedOn(String damage) throws IOException {
        byte[] bytes = Files.readAllBytes(database);
        Files.delete(log);
        Files.delete(database);
        switch (damage) {
            case "cut" -> Files.write(database, Arrays.copyOf(bytes, bytes.length / 2));
            case "empty" -> Files.createFile(database);
            case "garbage" -> Files.writeString(database, "garbage".repeat(10_000));
            default -> Files.createDirectory(database);
        }
        assertLossIsSaid();
        assertRecovers();
    }

    @Test
    void flippedBits_areFoundAndMended() throws IOException {
        cli.run("-q", "recover");
        byte[] whole = Files.readAllBytes(database);
        Random random = new Random(11);
        for (int i = 0; i < FLIPS; i++) {
            Files.write(database, flipped(whole, random.nextInt(whole.length)));
            assertRecovers();
        }
    }

    @Test
    void databaseOfAnOlderDay_isNoticedAndBroughtUpToDate() throws IOException {
        Files.delete(log);
        assertThat(cli.run("status").err())
                .isEqualTo("the database lacks 1 confirmed export; next: yieldline --home TEMP/plant recover\n");
        assertThat(cli.run("-q", "ingest", home.resolve("inbox").toString()).out())
                .startsWith("1 export loaded");
        cli.run("-q", "aggregate");
        assertThat(numbers(cli)).isEqualTo(numbers);
    }

    @Test
    void databaseOfANewerVersion_isRefused() {
        Broken.sql(home, "insert into schema_migration values (900, 'V900__later.sql', 'x')");
        Ran ran = cli.run("status");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .contains("was created by a newer Yieldline (schema ")
                .endsWith("); run the newer version\n");
        Ran doctor = cli.run("doctor");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out()).contains("-> follow the message, then run doctor again\n");
        assertThat(cli.run("-q", "recover").exitCode()).isEqualTo(3);
        assertThat(home.resolve("damaged")).doesNotExist();
    }

    @Test
    void columnTakenAwayByHand_isNamed() {
        Broken.sql(home, "alter table station_yield_daily drop column passed");
        Ran doctor = cli.run("doctor");
        assertThat(doctor.exitCode()).isEqualTo(3);
        assertThat(doctor.out()).contains("broken  marts").contains("passed");
    }

    @Test
    void withoutTheReserve_nothingIsLoadedUntilThereIsRoom() throws IOException {
        Path settings = home.resolve("yieldline.yaml");
        String text = Files.readString(settings);
        Files.writeString(settings, text.replace("reserve_megabytes: 1024", "reserve_megabytes: 99999999"));
        Path late = TinyExport.write(
                temp.resolve("late.csv"), TinyExport.row("1724004", "FI", "2025-04-15 12:05:00", "Pass"));
        Ran refused = cli.run("ingest", late.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().replaceAll("has [0-9,]+ mega", "has N mega"))
                .contains("TEMP/plant/archive: the disk has N megabytes left, less than the reserve of 99,999,999"
                        + " megabytes (ingest: reserve_megabytes); the file is unchanged; free some space, then load it"
                        + " again");
        assertThat(cli.run("doctor").out()).contains("broken  disk        TEMP/plant");
        Files.writeString(settings, text);
        assertThat(cli.run("-q", "ingest", late.toString()).out()).startsWith("1 export loaded");
    }

    @Test
    void fullDisk_isNamedAndNothingIsHalfLoaded() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()), "cannot mount a small disk");
        try {
            Cli small = new Cli(disk.resolve("plant"));
            small.run("init");
            Path settings = disk.resolve("plant/yieldline.yaml");
            Files.writeString(
                    settings, Files.readString(settings).replace("reserve_megabytes: 1024", "reserve_megabytes: 0"));
            small.run("-q", "ingest", TinyExport.write(temp).toString());
            Path large = large();
            Path filling = disk.resolve("filling");
            Files.write(filling, new byte[(int) (disk.toFile().getUsableSpace() - Files.size(large) * 13 / 10)]);
            Ran refused = small.run("ingest", large.toString());
            assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(1);
            assertThat(refused.err() + refused.out()).containsIgnoringCase("space");
            Files.delete(filling);
            assertThat(small.run("-q", "doctor").out()).contains("ok      master log  ");
            assertThat(small.run("-q", "ingest", large.toString()).out()).startsWith("1 export loaded");
        } finally {
            ran("umount", disk.toString());
        }
    }

    @Test
    void readOnlyDisk_isNamed() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()), "cannot mount a small disk");
        try {
            Cli small = new Cli(disk.resolve("plant"));
            small.run("init");
            small.run("status");
            assertThat(ran("mount", "-o", "remount,ro", disk.toString())).isTrue();
            Ran refused = small.run("status");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .startsWith("yieldline: cannot lock the plant in ")
                    .contains("Read-only file system");
            assertThat(small.run("doctor").out()).contains("broken  home        ");
        } finally {
            ran("umount", disk.toString());
        }
    }

    /** 40,000 records. */
    private Path large() {
        return TinyExport.write(
                temp.resolve("large.csv"),
                Stream.iterate(0, i -> i + 1)
                        .limit(40_000)
                        .map(i -> TinyExport.row(
                                String.valueOf(1_800_000 + i),
                                "FI",
                                "2025-04-15 08:%02d:%02d".formatted(i / 60 % 60, i % 60),
                                "Pass"))
                        .toArray(String[]::new));
    }

    /** Either the database does not open and says what to do, or whoever reads numbers hears that some are missing. */
    private void assertLossIsSaid() {
        Ran ran = cli.run("show", "station_yield_daily");
        assertThat(ran.err())
                .containsAnyOf(
                        "repair it with: yieldline --home TEMP/plant recover",
                        "confirmed export; next: yieldline --home TEMP/plant recover",
                        "confirmed exports; next: yieldline --home TEMP/plant recover");
        assertThat(cli.run("doctor").exitCode()).isEqualTo(3);
    }

    private void assertRecovers() {
        Ran ran = cli.run("-q", "recover");
        assertThat(ran.exitCode()).as(ran.toString()).isZero();
        assertThat(numbers(cli)).isEqualTo(numbers);
    }

    private static String numbers(Cli cli) {
        return Stream.of("station_yield_daily", "packing_daily", "first_pass_weekly")
                .map(mart -> cli.run("show", mart, "--format", "csv"))
                .map(ran -> ran.out() + ran.err())
                .collect(Collectors.joining());
    }

    private static byte[] flipped(byte[] bytes, int place) {
        byte[] flipped = bytes.clone();
        flipped[place] ^= 4;
        return flipped;
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
