package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.ingest.ReadAttempts;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.plant.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that loads and refreshes is killed at any moment: what it leaves is whole, and the next one goes on from there. */
@Tag("processes")
class KillTest {
    private static final int HOMES = 4;
    private static final int KILLS = 3;
    private static final DemoSettings DEMO = new DemoSettings(LocalDate.of(2025, 3, 3), 7, 150, 3);
    private static final List<String> FEEDS = List.of("workstation", "testboard", "snfn");

    @TempDir
    Path folder;

    private List<Path> exports;

    @BeforeEach
    void writeExports() {
        exports = DemoPlant.generate(DEMO).writeTo(folder.resolve("exports"));
    }

    @Test
    void killedRuns_loseAndDoubleNothing() throws Exception {
        Random random = new Random(7);
        try (TestPlant clean = TestPlant.on("duckdb", folder.resolve("clean"), Profile.PLANT)) {
            clean.load(exports);
            clean.refresh();
            long whole = timeOfAWholeRun();
            for (int i = 0; i < HOMES; i++) {
                Path home = folder.resolve("home" + i);
                TestPlant.on("duckdb", home, Profile.PLANT).close();
                for (int kill = 0; kill < KILLS; kill++) {
                    killAfter(random.nextLong(whole / 3, whole), home);
                    try (TestPlant left = TestPlant.again(home)) {
                        assertConsistent(left);
                    }
                }
                assertSame(home, clean);
            }
        }
    }

    private void assertSame(Path home, TestPlant clean) {
        try (TestPlant rerun = TestPlant.again(home)) {
            rerun.load(exports);
            readAgain(rerun);
            rerun.refresh();

            assertConsistent(rerun);
            assertThat(rerun.marts()).isEqualTo(clean.marts());
            for (String feed : FEEDS) {
                assertThat(rerun.content(feed + "_master_log")).isEqualTo(clean.content(feed + "_master_log"));
            }
        }
    }

    /** Exports that were alone at two kills are parked until they are named. */
    private static void readAgain(TestPlant plant) {
        List<String> refused = List.copyOf(ReadAttempts.refused(plant.home()).keySet());
        if (!refused.isEmpty()) {
            plant.run(new RetryOperation(), new RetryOperation.Parameters(refused));
        }
    }

    /** Every row that the ledger counts is there, and none that it does not. */
    private static void assertConsistent(TestPlant plant) {
        for (String feed : FEEDS) {
            assertThat(plant.number("select (select count(*) from " + feed + "_master_log) + (select count(*) from "
                            + feed + "_history) + (select count(*) from sighting where feed = '" + feed + "')"))
                    .as(feed)
                    .isEqualTo(plant.number("select sum(new_count + duplicate_count + revised_count) from export"
                            + " where status = 'loaded' and feed = '" + feed + "'"));
        }
        assertThat(plant.number("select count(*) from rejected_row"))
                .isEqualTo(plant.number("select sum(rejected_count) from export"));
    }

    private long timeOfAWholeRun() throws Exception {
        Path home = folder.resolve("whole");
        TestPlant.on("duckdb", home, Profile.PLANT).close();
        long start = System.nanoTime();
        Process run = start(home);
        assertThat(ChildJvm.output(run)).isEqualTo("done");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void killAfter(long milliseconds, Path home) throws Exception {
        Process run = start(home);
        run.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        run.destroyForcibly().waitFor();
        forgetNativeLibraries();
    }

    private Process start(Path home) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        return ChildJvm.start(
                LoadAndRefresh.class,
                temporary,
                home.toString(),
                folder.resolve("exports").toString());
    }

    /** A killed process leaves the 70 MB that DuckDB's driver unpacks. */
    private void forgetNativeLibraries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Loads a folder into a plant and refreshes the marts, as two commands would. */
    static final class LoadAndRefresh {
        public static void main(String[] arguments) {
            try (TestPlant plant = TestPlant.again(Path.of(arguments[0]))) {
                plant.load(List.of(Path.of(arguments[1])));
                plant.refresh();
            }
            System.out.print("done");
        }
    }
}
