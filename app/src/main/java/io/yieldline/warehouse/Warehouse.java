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
 * The plant's database: master logs, ledger, marts. {@link #write} and {@link #read} are the only ways to a connection.
 *
 * <p>A write is one transaction, begun by a statement of its own and never through JDBC's auto-commit flag: DuckDB's
 * appender stays outside a transaction that only the flag opened. Both drivers may report a commit that did not happen, and
 * DuckDB may report a failure of one that did; so each write leaves a mark that is read back after the commit.
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

    /** Loads DuckDB's native library, which takes a tenth of a second, on a thread of its own, before it is asked for. */
    public static void preload() {
        Thread thread = new Thread(Warehouse::loadLibrary, "yieldline-preload");
        thread.setDaemon(true);
        thread.start();
    }

    private static void loadLibrary() {
        try {
            Class.forName("org.duckdb.DuckDBNative");
        } catch (ClassNotFoundException | LinkageError e) {
            // Whoever opens a database will hear of it.
        }
    }

    /** Opens the DuckDB file of a plant, making it when it is not there; tables are brought up to date. */
    public static Warehouse openDuckDb(Path file, DuckDbLimits limits) {
        return migrated(new DuckDbWarehouse(file, limits));
    }

    /** Whether a DuckDB file can be opened and every table in it read. One that another program holds is sound. */
    public static boolean sound(Path file, DuckDbLimits limits) {
        return DuckDbWarehouse.wholeIn(file, limits);
    }

    /** Opens an empty DuckDB database that is gone when it is closed. */
    public static Warehouse openInMemory() {
        return openDuckDb(Path.of(":memory:"), DuckDbLimits.DEFAULT);
    }

    /** Opens a PostgreSQL database by its JDBC address; schema and tables are brought up to date. */
    public static Warehouse openPostgres(String address) {
        return migrated(new PostgresWarehouse(address));
    }

    /** The engine behind this warehouse. */
    public final Engine engine() {
        return engine;
    }

    /** Where the data is, without secrets. */
    public abstract String location();

    /** Tells that many will ask at the same time: a query then works on the thread that asks, and leaves the others theirs. */
    public void singleThreadQueries() {}

    /**
     * How often this process has tried to commit. What was read after asking for this number holds while the number is the same,
     * since nobody else writes.
     */
    public final long commits() {
        return commits.get();
    }

    /** Runs a query on a connection of its own; it sees what was committed before. */
    public final <T> T read(Function<Session, T> work) {
        return readers.lend(connection -> work.apply(new Session(this, connection)));
    }

    /** Runs queries that all see the same moment, whatever is committed meanwhile. */
    public final <T> T snapshot(Function<Session, T> work) {
        return read(session -> {
            session.execute(engine.beginSnapshot());
            T result = work.apply(session);
            session.execute("commit");
            return result;
        });
    }

    /** Runs a transaction: all of it is kept, or nothing and this throws. One at a time, and never one in another. */
    public final <T> T write(Function<Session, T> work) {
        return alone(() -> transaction(work));
    }

    /** Runs a transaction and takes it back, to see what it would do. */
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
     * Proves that a transaction can be committed, or throws what keeps it from that. While another one is at work, that one
     * is the proof.
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

    /** Fills a table with records: DuckDB's appender or PostgreSQL's binary COPY. Belongs inside {@link #write}. */
    public abstract BulkLoad bulkLoad(Session session, String table, List<BulkColumn> columns);

    /** Makes a master log; PostgreSQL's are partitioned by month of {@code ended_at} and have the identity as key. */
    abstract void createMasterLog(Session session, String table, List<BulkColumn> columns);

    /** Makes sure that a master log can take records that end in these months (first days of months). */
    abstract void preparePartitions(Session session, String table, Collection<LocalDate> months);

    abstract Connection connect() throws SQLException;

    /** Runs a script that makes tables; the mark that proves other writes may not exist yet. */
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
                    ? new WarehouseException("the database reported a commit that it did not keep")
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

    /** Called once on the writing connection, to keep other writers of the same database out. */
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
            // The connection is given up because it failed, or at the end: its last words change nothing.
        }
    }
}
