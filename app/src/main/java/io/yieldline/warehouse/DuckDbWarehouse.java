package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A warehouse in one DuckDB file. Only the engine may open this file: its lock is a POSIX lock, which this process
 * would drop by opening and closing the file elsewhere.
 */
final class DuckDbWarehouse extends Warehouse {
    /** The file name of a database without a file. */
    static final String IN_MEMORY = ":memory:";

    /** How long the log of the database gets before it goes into its file: DuckDB's default, and while exports are loaded. */
    private static final String LOG = "16MB";

    private static final String LOG_OF_A_LOAD = "64MB";

    /**
     * How a new file is written, which every DuckDB from this version on can read: a load takes a quarter less time for it than in the
     * oldest way, DuckDB's default. A file in another way stays as it is until it is compacted.
     */
    private static final String STORAGE = "v1.4.0";

    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** What DuckDB says where a connection of this process still has the file open: with the same settings, or with others. */
    private static final Pattern STILL_OPEN = Pattern.compile("is already attached|with a different configuration");

    private final Path file;
    private final DuckDbLimits limits;
    private final AtomicInteger loads = new AtomicInteger();
    private volatile int threads;
    private @Nullable DuckDBConnection instance;

    DuckDbWarehouse(Path file, DuckDbLimits limits) {
        super(Engine.DUCKDB);
        this.file = file;
        this.limits = limits;
        this.threads = limits.threads();
        refuseSemicolon();
        refuseSecondName();
    }

    @Override
    public String location() {
        return file.toString();
    }

    @Override
    public void singleThreadQueries() {
        threads = 1;
        read(session -> session.execute("set threads = 1"));
    }

    /**
     * Statements of a load are small, so that a second thread costs more than it brings: one of the two looks again and again whether
     * the other has ended. And each time that the log of the database goes into its file, the newest rows are compressed again. A kill
     * makes the next start replay at most this log.
     */
    @Override
    public <T> T loading(Supplier<T> work) {
        loads.incrementAndGet();
        tune(1, LOG_OF_A_LOAD);
        try {
            return work.get();
        } finally {
            tune(loads.decrementAndGet() == 0 ? threads : 1, LOG);
        }
    }

    private void tune(int most, String log) {
        try {
            read(session -> session.script("set threads = " + most + ";\nset checkpoint_threshold = '" + log + "'"));
        } catch (RuntimeException e) {
            // It works without; a database that cannot be read is found out by what follows.
        }
    }

    @Override
    BulkLoad bulkLoader(Session session, String table, List<BulkColumn> columns) {
        return new DuckDbBulkLoad((DuckDBConnection) session.connection(), table, location());
    }

    @Override
    void createMasterLog(Session session, String table, List<BulkColumn> columns) {
        String definitions = columns.stream().map(BulkColumn::definition).collect(Collectors.joining(",\n    "));
        session.execute("create table " + table + " (\n    " + definitions + ")");
    }

    @Override
    void preparePartitions(Session session, String table, Collection<LocalDate> months) {
        // DuckDB prunes by row group statistics; no partitions are needed.
    }

    /** In memory there is nothing to give back. */
    @Override
    Compaction compacted(DuckDbCompaction.Alone readers) throws SQLException, IOException {
        return inMemory()
                ? new Compaction(0, 0, null)
                : new DuckDbCompaction(file, this::connect, this::opened).run(readers);
    }

    static void loadLibrary() {
        try {
            Class.forName("org.duckdb.DuckDBDriver");
        } catch (ClassNotFoundException | LinkageError e) {
            // The failure is reported when a database is opened.
        }
    }

    @Override
    synchronized Connection connect() throws SQLException {
        if (instance == null) {
            makeWhole();
            DuckDbCompaction.discardLeftovers(file);
            instance = opened();
        }
        return instance.duplicate();
    }

    /** A file that this process has closed is only free again when the last query on it has ended. */
    private DuckDBConnection opened() throws SQLException {
        long began = System.nanoTime();
        while (true) {
            try {
                return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings());
            } catch (SQLException e) {
                if (!STILL_OPEN.matcher(String.valueOf(e.getMessage())).find()
                        || System.nanoTime() - began > CLOSING_NANOS) {
                    throw e;
                }
                LockSupport.parkNanos(CLOSING_NANOS / 100);
            }
        }
    }

    private boolean inMemory() {
        return file.toString().equals(IN_MEMORY);
    }

    /** DuckDB writes the header of a new file in several steps: if killed in between, the file could never be opened. */
    private void makeWhole() throws SQLException {
        if (inMemory() || Files.exists(file)) {
            return;
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            DriverManager.getConnection("jdbc:duckdb:" + partial, settings()).close();
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SQLException("IO Error: cannot make " + file + ": " + FileFault.reason(e), e);
        }
    }

    @Override
    synchronized void closeInstance() {
        closeQuietly(instance);
        instance = null;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("threads", String.valueOf(threads));
        settings.setProperty("temp_directory", file + ".tmp");
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("default_null_order", "nulls_last_on_asc_first_on_desc");
        settings.setProperty("storage_compatibility_version", STORAGE);
        return settings;
    }

    /** DuckDB's driver takes what follows a semicolon for settings, and would open another file. */
    private void refuseSemicolon() {
        if (file.toString().contains(";")) {
            throw new UserError(
                    ExitCode.FAILED,
                    file + ": DuckDB cannot open a file whose path has a semicolon; rename the directory of the home");
        }
    }

    /** Through a hard link, DuckDB opens a second instance of the file, and one of the two loses its writes. */
    private void refuseSecondName() {
        try {
            if (Files.isRegularFile(file) && (int) Files.getAttribute(file, "unix:nlink") > 1) {
                throw new UserError(
                        ExitCode.FAILED,
                        file + ": the database file has a second name (hard link); remove one of them");
            }
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // A file system without link counts has no hard links.
        }
    }
}
