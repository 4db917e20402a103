package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database of a plant: master logs, ledger, marts. {@link #write} and {@link #read} are the only access to connections.
 *
 * <p>A write is one transaction, started by an explicit statement and never through JDBC's auto-commit flag: DuckDB's
 * appender would stay outside a transaction of that flag. Both drivers can report a commit that did not happen, and
 * DuckDB can report a failure of a successful one; so each write stores a mark that is read back after the commit.
 */
public abstract sealed class Warehouse implements AutoCloseable permits DuckDbWarehouse, PostgresWarehouse {
    private final Engine engine;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicLong commits = new AtomicLong();
    private final Readers readers = new Readers(this::opened);
    private @Nullable Connection writer;

    Warehouse(Engine engine) {
        this.engine = engine;
    }

    /** Loads DuckDB's native library in the background, which takes a tenth of a second. */
    public static void preload() {
        Thread thread = new Thread(Warehouse::loadLibrary, "yieldline-preload");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadLibrary() {
        try {
            Class.forName("org.duckdb.DuckDBNative");
        } catch (ClassNotFoundException | LinkageError e) {
            // The failure is reported when a database is opened.
        }
    }

    /** Opens the DuckDB file of a plant, creating it if missing, and migrates its tables. */
    public static Warehouse openDuckDb(Path file, DuckDbLimits limits) {
        return migrated(new DuckDbWarehouse(file, limits));
    }

    /** Whether a DuckDB file can be opened and fully read. A file that another program has locked counts as readable. */
    public static boolean sound(Path file, DuckDbLimits limits) {
        return DuckDbWarehouse.wholeIn(file, limits);
    }

    /** Opens an empty in-memory DuckDB database. */
    public static Warehouse openInMemory() {
        return openDuckDb(Path.of(":memory:"), DuckDbLimits.DEFAULT);
    }

    /** Opens a PostgreSQL database by its JDBC URL, and migrates schema and tables. */
    public static Warehouse openPostgres(String address) {
        return migrated(new PostgresWarehouse(address));
    }

    /** The engine of this warehouse. */
    public final Engine engine() {
        return engine;
    }

    /** The address of the database, without secrets. */
    public abstract String location();

    /** Prepares for many concurrent queries: each query then uses only its own thread. */
    public void singleThreadQueries() {}

    /**
     * The number of commit attempts of this process. Data that were read after this call are valid while the number is unchanged,
     * because there is no other writer.
     */
    public final long commits() {
        return commits.get();
    }

    /** Runs a query on a separate connection; it reads committed data. */
    public final <T> T read(Function<Session, T> work) {
        return readers.lend(connection -> work.apply(new Session(this, connection)));
    }

    /** Runs queries in one snapshot. */
    public final <T> T snapshot(Function<Session, T> work) {
        return read(session -> {
            session.execute(engine.beginSnapshot());
            T result = work.apply(session);
            session.execute("commit");
            return result;
        });
    }

    /** Runs a transaction, which is committed completely or rolled back with an exception. One at a time, without nesting. */
    public final <T> T write(Function<Session, T> work) {
        return alone(() -> transaction(work));
    }

    /** Runs a transaction and rolls it back, to see its effects. */
    public final <T> T dryRun(Function<Session, T> work) {
        return alone(() -> {
            Session session = new Session(this, writer());
            try {
                session.execute("begin transaction");
                return work.apply(session);
            } finally {
                rollBack(session.connection());
            }
        });
    }

    private <T> T alone(Supplier<T> work) {
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write within a write; use the session of the outer one");
        }
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }

    /** Runs a transaction that has no result. */
    public final void writeAll(Consumer<Session> work) {
        write(session -> {
            work.accept(session);
            return true;
        });
    }

    /**
     * Verifies that a transaction can be committed, or throws the error. A concurrent transaction is sufficient
     * proof.
     */
    public final void probe() {
        if (!writing.isHeldByCurrentThread() && writing.tryLock()) {
            try {
                transaction(session -> true);
            } finally {
                writing.unlock();
            }
        }
    }

    /** Bulk-loads records into a table: DuckDB's appender or PostgreSQL's binary COPY. For use inside {@link #write}. */
    public abstract BulkLoad bulkLoad(Session session, String table, List<BulkColumn> columns);

    /** Creates a master log; on PostgreSQL partitioned by month of {@code ended_at}, with the identity as key. */
    abstract void createMasterLog(Session session, String table, List<BulkColumn> columns);

    /** Creates the partitions for these months (first days of months). */
    abstract void preparePartitions(Session session, String table, Collection<LocalDate> months);

    abstract Connection connect() throws SQLException;

    /** Runs a script that creates tables; without a mark, whose table may not exist yet. */
    final void migrate(Consumer<Session> work) {
        writing.lock();
        try {
            Session session = new Session(this, writer());
            session.execute("begin transaction");
            try {
                work.accept(session);
                session.execute("commit");
            } catch (RuntimeException e) {
                rollBack(session.connection());
                throw e;
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            closeQuietly(writer);
            writer = null;
            readers.closeIdle();
        } finally {
            writing.unlock();
        }
    }

    private static Warehouse migrated(Warehouse warehouse) {
        try {
            Migrations.builtIn().apply(warehouse);
            return warehouse;
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    private <T> T transaction(Function<Session, T> work) {
        Connection connection = writer();
        Session session = new Session(this, connection);
        UUID mark = UUID.randomUUID();
        T result;
        try {
            session.execute("begin transaction");
            session.execute("update write_mark set mark = ?", mark);
            result = work.apply(session);
        } catch (RuntimeException | Error e) {
            rollBack(connection);
            throw e;
        }
        commit(connection, mark);
        return result;
    }

    private void commit(Connection connection, UUID mark) {
        @Nullable SQLException failure = null;
        try (Statement statement = connection.createStatement()) {
            statement.execute("commit");
        } catch (SQLException e) {
            failure = e;
            close();
        }
        commits.incrementAndGet();
        if (!committed(mark)) {
            close();
            throw failure == null
                    ? new WarehouseException("the database reported a commit but did not store it")
                    : notCommitted(failure);
        }
    }

    private RuntimeException notCommitted(SQLException failure) {
        return DatabaseFault.inUse(location(), failure)
                .map(RuntimeException.class::cast)
                .orElseGet(() ->
                        new WarehouseException("the database could not commit: " + failure.getMessage(), failure));
    }

    private boolean committed(UUID mark) {
        return read(session -> session.number("select count(*) from write_mark where mark = ?", mark)) == 1;
    }

    private void rollBack(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            close();
        }
    }

    private Connection writer() {
        Connection open = writer;
        if (open == null) {
            open = claimed(opened());
            writer = open;
        }
        return open;
    }

    private Connection claimed(Connection connection) {
        try {
            claimWriter(new Session(this, connection));
            return connection;
        } catch (RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    /** Called once on the writing connection, to lock out other writers of the database. */
    void claimWriter(Session session) {}

    private Connection opened() {
        try {
            return connect();
        } catch (SQLException e) {
            throw DatabaseFault.atOpen(location(), e)
                    .orElseGet(() -> new UserError(
                            ExitCode.FAILED,
                            "cannot open the database " + location() + ": " + DatabaseFault.firstLine(e)));
        }
    }

    static void closeQuietly(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // The connection is closed after a failure or at the end: further errors are irrelevant.
        }
    }
}
