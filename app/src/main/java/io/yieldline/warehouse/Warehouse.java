package io.yieldline.warehouse;

import io.yieldline.Busy;
import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The database of a plant: master logs, ledger, marts; {@link Warehouses} opens it. {@link #write}, {@link #note} and {@link #read} are the only access to
 * connections.
 *
 * <p>Data is written through {@link #write}, and a load can hold it for minutes. What people and the schedule do is written through
 * {@link #note}, beside it: sessions, audit, jobs, runs, slots, alerts. A row is changed through one of the two only.
 */
public abstract sealed class Warehouse implements AutoCloseable permits DuckDbWarehouse, PostgresWarehouse {
    /** A note that waits longer than this is given up. */
    private static final long NOTE_MILLIS = 5_000;

    private final Engine engine;
    private final WriteLane data = new WriteLane(this, "write_mark", true);
    private final WriteLane notes = new WriteLane(this, "note_mark", false);
    private final AtomicLong commits = new AtomicLong();
    private volatile @Nullable DatabaseFault damage;
    private volatile boolean closed;
    private final Readers readers = new Readers(this::opened, this::closeInstance);

    Warehouse(Engine engine) {
        this.engine = engine;
    }

    /** The first damage of the database that any statement met; null if none did. */
    public final @Nullable DatabaseFault damage() {
        return damage;
    }

    /** What a statement failed with; a damage is remembered, because a caller may go on with other work. */
    final RuntimeException failure(SQLException e, String otherwise) {
        RuntimeException failure = DatabaseFault.of(location(), e, otherwise);
        if (damage == null && failure instanceof DatabaseFault fault && fault.damage()) {
            damage = fault;
        }
        return failure;
    }

    /** The engine of this warehouse. */
    public final Engine engine() {
        return engine;
    }

    /** The address of the database, without secrets. */
    public abstract String location();

    /** Prepares for many concurrent queries: each query then uses only its own thread. */
    public void singleThreadQueries() {}

    /** Does work that adds many rows in several writes, in the way that costs the engine least; it may be a part of more such work. */
    public <T> T loading(Supplier<T> work) {
        return work.get();
    }

    /**
     * The number of commit attempts of this process, without those of {@link #noteAside}. Data that were read after this call are valid
     * while the number is unchanged, because there is no other writer.
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
        return data.write(work);
    }

    /** Runs a transaction that has no result. */
    public final void writeAll(Consumer<Session> work) {
        write(session -> {
            work.accept(session);
            return true;
        });
    }

    /**
     * Runs a short transaction that does not wait for {@link #write}: for the tables about the program and its users, never for data.
     * Throws {@link Busy} if other notes take too long.
     */
    public final <T> T note(Function<Session, T> work) {
        return note(work, NOTE_MILLIS);
    }

    final <T> T note(Function<Session, T> work, long mostMillis) {
        return note(work, mostMillis, this::committed);
    }

    private <T> T note(Function<Session, T> work, long mostMillis, Runnable committed) {
        data.open();
        return notes.write(
                work,
                mostMillis,
                () -> new Busy(location() + " is busy; nothing was changed; try again in a few seconds"),
                committed);
    }

    /** Runs a short transaction that has no result. */
    public final void noteAll(Consumer<Session> work) {
        note(session -> {
            work.accept(session);
            return true;
        });
    }

    /**
     * Runs a short transaction on tables that no {@link ReadCache} holds: the audit trail, the history of queries. What is cached stays
     * valid, however often they are written.
     */
    public final void noteAside(Consumer<Session> work) {
        note(
                session -> {
                    work.accept(session);
                    return true;
                },
                NOTE_MILLIS,
                () -> {});
    }

    /** Runs a transaction and rolls it back, to see its effects. */
    public final <T> T dryRun(Function<Session, T> work) {
        return data.dryRun(work);
    }

    /**
     * Verifies that a transaction can be committed, or throws the error. A concurrent transaction is sufficient
     * proof.
     */
    public final void probe() {
        data.probe();
    }

    /** Bulk-loads records into a table: DuckDB's appender or PostgreSQL's binary COPY. For use inside {@link #write}. */
    public final BulkLoad bulkLoad(Session session, String table, List<BulkColumn> columns) {
        session.wrote(table);
        return bulkLoader(session, table, columns);
    }

    abstract BulkLoad bulkLoader(Session session, String table, List<BulkColumn> columns);

    /**
     * Gives the space of deleted rows back to the disk, as far as the engine can. Writes wait meanwhile; reads go on, but for the
     * moment in which a file is replaced. A failure leaves the database as it was.
     */
    public final Compaction compact() {
        return data.held(() -> notes.held(() -> {
            try {
                return compacted(this::alone);
            } catch (SQLException e) {
                throw failure(e, "the database could not be compacted: " + e.getMessage());
            } catch (IOException e) {
                throw new WarehouseException("the database could not be compacted: " + e.getMessage(), e);
            }
        }));
    }

    /** For the holder of both lanes: does something when nobody reads and every connection is closed. */
    private boolean alone(long mostMillis, BooleanSupplier work) {
        return readers.alone(mostMillis, () -> {
            closeAll();
            return work.getAsBoolean();
        });
    }

    abstract Compaction compacted(DuckDbCompaction.Alone readers) throws SQLException, IOException;

    /** Creates a master log; on PostgreSQL partitioned by month of {@code ended_at}, with the identity as key. */
    abstract void createMasterLog(Session session, String table, List<BulkColumn> columns);

    /** Creates the partitions for these months (first days of months). */
    abstract void preparePartitions(Session session, String table, Collection<LocalDate> months);

    abstract Connection connect() throws SQLException;

    /** Runs a script that creates tables, or any work in a database without the tables of a plant. */
    final void migrate(Consumer<Session> work) {
        data.writeUnmarked(work);
    }

    /** Closes all connections for good: a task that comes late can write nothing, and locks nobody out. */
    @Override
    public void close() {
        closed = true;
        data.held(() -> {
            readers.end();
            closeAll();
            return true;
        });
    }

    private void closeAll() {
        data.close();
        notes.close();
        readers.closeIdle();
        closeInstance();
    }

    /** Closes all connections after a failure, unless a load is running, which will see for itself. */
    final void reopen() {
        data.ifFree(this::closeAll);
    }

    /** Closes what the connections share. */
    void closeInstance() {}

    final void committed() {
        commits.incrementAndGet();
    }

    /** A connection for a lane; the one for data locks out other writers of the database. */
    final Connection openedFor(WriteLane lane) {
        if (closed) {
            throw new WarehouseException(location() + " was closed");
        }
        return lane == data ? claimed(opened()) : opened();
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
