package io.yieldline.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts of a warehouse on DuckDB. */
class DuckDbWarehouseTest {
    /** DuckDB opens a file with other settings only if no connection of this process has it open. */
    @Test
    void whatReadsAfterTheEnd_leavesNoFileOpen(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("w.duckdb");
        Warehouse ended = Warehouses.openDuckDb(file, DuckDbLimits.DEFAULT);
        ended.close();

        assertThat(ended.<Long>read(session -> session.number("select count(*) from export")))
                .isZero();
        assertThatThrownBy(() -> ended.read(session -> session.number("select no_column from export")))
                .isInstanceOf(RuntimeException.class);

        Properties others = new Properties();
        others.setProperty("memory_limit", "99MB");
        try (Connection free = DriverManager.getConnection("jdbc:duckdb:" + file, others)) {
            assertThat(free.isClosed()).isFalse();
        }
    }

    /** A server ends while somebody reads; a command with other settings opens the file as soon as the read has ended. */
    @Test
    void whoOpensTheFile_waitsForWhatIsStillRead(@TempDir Path folder) throws InterruptedException {
        Path file = folder.resolve("w.duckdb");
        Warehouse ended = Warehouses.openDuckDb(file, DuckDbLimits.DEFAULT);
        CountDownLatch reads = new CountDownLatch(1);
        CompletableFuture<Long> reading = CompletableFuture.supplyAsync(() -> ended.read(session -> {
            reads.countDown();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
            return session.number("select count(*) from export");
        }));
        reads.await();
        ended.close();

        try (Warehouse next = Warehouses.openDuckDb(file, new DuckDbLimits(99, 1))) {
            assertThat(next.<Long>read(session -> session.number("select count(*) from export")))
                    .isEqualTo(reading.join());
        }
    }

    /** A second thread comes back when the whole of the work has ended, and not before. */
    @Test
    void loadingAsAPartOfMoreLoading_endsWithTheWhole(@TempDir Path folder) {
        try (Warehouse warehouse = Warehouses.openDuckDb(folder.resolve("w.duckdb"), new DuckDbLimits(99, 2))) {
            List<String> threads = warehouse.loading(() -> {
                String within = warehouse.loading(() -> threads(warehouse));
                return List.of(within, threads(warehouse));
            });

            assertThat(threads).containsExactly("1", "1");
            assertThat(threads(warehouse)).isEqualTo("2");
        }
    }

    /** DuckDB never changes the format of a file that is there; the copy that a compaction makes is a new file. */
    @Test
    void aFileOfAnEarlierVersion_keepsItsFormatUntilItIsCompacted(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("earlier.duckdb");
        Properties oldest = new Properties();
        oldest.setProperty("storage_compatibility_version", "v1.0.0");
        try (Connection earlier = DriverManager.getConnection("jdbc:duckdb:" + file, oldest);
                Statement statement = earlier.createStatement()) {
            statement.execute("create table item as select md5(cast(range as varchar)) as name from range(200000)");
        }
        try (Warehouse fresh = Warehouses.openDuckDb(folder.resolve("fresh.duckdb"), DuckDbLimits.DEFAULT);
                Warehouse warehouse = Warehouses.openDuckDb(file, DuckDbLimits.DEFAULT)) {
            assertThat(format(warehouse)).isEqualTo("v1.0.0+").isNotEqualTo(format(fresh));
            warehouse.writeAll(session -> session.execute("delete from item where name > '1'"));
            warehouse.compact();

            assertThat(format(warehouse)).isEqualTo(format(fresh));
        }
    }

    private static String format(Warehouse warehouse) {
        return warehouse
                .read(session -> session.texts("select tags['storage_version'] from duckdb_databases()"
                        + " where database_name = current_database()"))
                .get(0);
    }

    private static String threads(Warehouse warehouse) {
        return warehouse
                .read(session -> session.texts("select current_setting('threads')"))
                .get(0);
    }

    @Nested
    class Transactions extends WarehouseContract {
        Transactions() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Notes extends NotesContract {
        Notes() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Traps extends DriverTrapsContract {
        Traps() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Bulk extends BulkLoadContract {
        Bulk() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Tables extends SchemaContract {
        Tables() {
            super(Engine.DUCKDB);
        }
    }

    @Nested
    class Compactions extends CompactionContract {
        Compactions() {
            super(Engine.DUCKDB);
        }
    }
}
