package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ChildJvm;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.ReadAttempts;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that loads and refreshes is killed at any moment: what it leaves is whole, and the next one goes on from there. */
@Tag("processes")
class KillTest {
    private static final int HOMES = Integer.getInteger("yieldline.kill-homes", 1);
    private static final int KILLS = 3;
    private static final int CUTS = 8;
    private static final int ATTEMPTS = 200;
    private static final String CUT = "the database server ended the connection";
    private static final DemoSettings DEMO = new DemoSettings(LocalDate.of(2025, 3, 3), 7, 150, 3);
    private static final List<String> FEEDS = List.of("workstation", "testboard", "snfn");

    @TempDir
    Path folder;

    private List<Path> exports;

    @BeforeEach
    void writeExports() {
        exports = DemoPlant.generate(DEMO).writeTo(folder.resolve("exports"));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void killedRuns_loseAndDoubleNothing(Engine engine) throws Exception {
        Random random = new Random(7);
        try (TestPlant clean = clean()) {
            long whole = timeOfAWholeRun(engine);
            for (int i = 0; i < HOMES; i++) {
                Path home = folder.resolve("home" + i);
                String database = made(engine, home);
                for (int kill = 0; kill < KILLS; kill++) {
                    killAfter(random.nextLong(whole / 3, whole), home, database);
                    try (TestPlant left = opened(home, database)) {
                        assertConsistent(left);
                    }
                }
                assertSame(home, database, clean);
            }
        }
    }

    @Test
    void cutConnections_onPostgres_loseAndDoubleNothing() throws Exception {
        Random random = new Random(7);
        Path home = folder.resolve("cut");
        String database = made(Engine.POSTGRES, home);
        int failures = 0;
        try (TestPlant clean = clean()) {
            for (int cut = 0; cut < CUTS; cut++) {
                try (TestPlant plant = opened(home, database)) {
                    CompletableFuture<Boolean> load = CompletableFuture.supplyAsync(() -> loadedWithoutFailure(plant));
                    TimeUnit.MILLISECONDS.sleep(random.nextLong(20, 300));
                    cutConnections(database, load);
                    failures += load.get(1, TimeUnit.MINUTES) ? 0 : 1;
                }
                try (TestPlant left = opened(home, database)) {
                    assertConsistent(left);
                }
            }
            assertThat(failures).as("loads that a cut hit").isPositive();
            assertSame(home, database, clean);
        }
    }

    /** Whether no cut hit it. One that did must be named. */
    private boolean loadedWithoutFailure(TestPlant plant) {
        try {
            return plant.load(exports).exports().stream()
                    .filter(report -> report.outcome() == Outcome.FAILED)
                    .peek(report -> assertThat(report.reason()).contains(CUT))
                    .findAny()
                    .isEmpty();
        } catch (UserError e) {
            assertThat(e).hasMessageContaining(CUT);
            return false;
        }
    }

    /** Cuts in the middle of a transaction that has written something, unless the load ends before. */
    private static void cutConnections(String database, CompletableFuture<Boolean> load) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement statement = connection.createStatement()) {
            while (!load.isDone() && !isWriting(statement)) {
                Thread.onSpinWait();
            }
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private static boolean isWriting(Statement statement) throws SQLException {
        try (ResultSet writing = statement.executeQuery("select 1 from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null")) {
            return writing.next();
        }
    }

    private TestPlant clean() {
        TestPlant clean = TestPlant.on("duckdb", folder.resolve("clean"), Profile.PLANT);
        clean.load(exports);
        clean.refresh();
        return clean;
    }

    private static String made(Engine engine, Path home) {
        String database = TestDatabases.fresh(engine);
        TestPlant.on(database, home, Profile.PLANT).close();
        return database;
    }

    /** A server learns with a delay that a client was killed, and holds its lock until then. */
    private static TestPlant opened(Path home, String database) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                TestPlant plant = TestPlant.again(home, database);
                plant.warehouse().probe();
                return plant;
            } catch (UserError e) {
                if (e.exitCode() != ExitCode.LOCKED || attempt == ATTEMPTS) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private void assertSame(Path home, String database, TestPlant clean) throws InterruptedException {
        try (TestPlant rerun = opened(home, database)) {
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
                    .isEqualTo(plant.number(
                            "select sum(new_count + duplicate_count + revised_count + coalesce(outdated_count, 0)) from export"
                                    + " where status = 'loaded' and feed = '" + feed + "'"));
        }
        assertThat(plant.number("select count(*) from rejected_row"))
                .isEqualTo(plant.number("select sum(rejected_count) from export"));
    }

    private long timeOfAWholeRun(Engine engine) throws Exception {
        Path home = folder.resolve("whole");
        String database = made(engine, home);
        long start = System.nanoTime();
        Process run = start(home, database);
        assertThat(ChildJvm.output(run)).isEqualTo("done");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void killAfter(long milliseconds, Path home, String database) throws Exception {
        Process run = start(home, database);
        run.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        run.destroyForcibly().waitFor();
        forgetNativeLibraries();
    }

    private Process start(Path home, String database) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        return ChildJvm.start(
                LoadAndRefresh.class,
                temporary,
                home.toString(),
                folder.resolve("exports").toString(),
                database);
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
            try (TestPlant plant = TestPlant.again(Path.of(arguments[0]), arguments[2])) {
                plant.load(List.of(Path.of(arguments[1])));
                plant.refresh();
            }
            System.out.print("done");
        }
    }
}
