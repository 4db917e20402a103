package io.yieldline.warehouse;

import io.yieldline.UserError;
import io.yieldline.warehouse.DatabaseFault.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A writing connection of a warehouse, with one transaction at a time.
 *
 * <p>A write is one transaction, started by an explicit statement and never through JDBC's auto-commit flag: DuckDB's
 * appender would stay outside a transaction of that flag. Both drivers can report a commit that did not happen, and
 * DuckDB can report a failure of a successful one; so each write stores a mark that is read back after the commit.
 */
final class WriteLane {
    private final Warehouse warehouse;
    private final String markTable;
    private final boolean ofData;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile @Nullable Connection connection;

    /**
     * A lane with its own table for marks: two transactions must not change the same row.
     *
     * @param ofData whether it notes what changed, for snapshots
     */
    WriteLane(Warehouse warehouse, String markTable, boolean ofData) {
        this.warehouse = warehouse;
        this.markTable = markTable;
        this.ofData = ofData;
    }

    /** Runs a transaction when its turn has come, however long that takes. */
    <T> T write(Function<Session, T> work) {
        return alone(() -> transaction(work, warehouse::committed));
    }

    /**
     * Runs a transaction, or gives up if its turn has not come in time.
     *
     * @param committed runs after an attempt to commit
     */
    <T> T write(Function<Session, T> work, long mostMillis, Supplier<UserError> late, Runnable committed) {
        refuseNesting();
        if (!locked(mostMillis)) {
            throw late.get();
        }
        try {
            return transaction(work, committed);
        } finally {
            lock.unlock();
        }
    }

    /** Makes sure that a transaction can be committed; one that is running is proof enough. */
    void probe() {
        if (!lock.isHeldByCurrentThread()) {
            ifFree(() -> transaction(session -> true, warehouse::committed));
        }
    }

    /** Does something only if no other thread is in a transaction. */
    void ifFree(Runnable work) {
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Runs a transaction and rolls it back. */
    <T> T dryRun(Function<Session, T> work) {
        return alone(() -> {
            Session session = begun();
            try {
                return work.apply(session);
            } finally {
                rollBack(session.connection());
            }
        });
    }

    /** Runs a transaction without a mark, whose table may not exist yet. */
    void writeUnmarked(Consumer<Session> work) {
        alone(() -> {
            Session session = begun();
            try {
                work.accept(session);
                session.execute("commit");
                return true;
            } catch (RuntimeException e) {
                rollBack(session.connection());
                throw e;
            }
        });
    }

    /** Opens the connection, if it is not open. */
    void open() {
        if (connection == null) {
            alone(this::session);
        }
    }

    /** Closes the connection after the running transaction; the next one opens it again. */
    void close() {
        held(() -> {
            Warehouse.closeQuietly(connection);
            connection = null;
            return true;
        });
    }

    /** Does something when no other thread is in a transaction. */
    <T> T held(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T alone(Supplier<T> work) {
        refuseNesting();
        return held(work);
    }

    private void refuseNesting() {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write within a write; use the session of the outer one");
        }
    }

    private boolean locked(long mostMillis) {
        try {
            return lock.tryLock(mostMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Session session() {
        Connection open = connection;
        if (open == null) {
            open = warehouse.openedFor(this);
            connection = open;
        }
        return new Session(warehouse, open);
    }

    private <T> T transaction(Function<Session, T> work, Runnable committed) {
        Session session = begun();
        UUID mark = UUID.randomUUID();
        T result;
        try {
            session.execute("update " + markTable + " set mark = ?", mark);
            result = ofData ? noted(session, work) : work.apply(session);
        } catch (RuntimeException | Error e) {
            rollBack(session.connection());
            throw e;
        }
        commit(session.connection(), mark, committed);
        return result;
    }

    private <T> T noted(Session session, Function<Session, T> work) {
        Changes changes = new Changes();
        T result = work.apply(new Session(warehouse, session.connection(), changes));
        try {
            changes.store(session);
        } catch (WarehouseException e) {
            if (!e.afterAnother()) {
                throw e;
            }
            // An error was swallowed before: the commit stores nothing, and is found out.
        }
        return result;
    }

    /** A connection that was cut since the last transaction is opened again: nothing was written through it yet. */
    private Session begun() {
        try {
            return begin(session());
        } catch (WarehouseException | DatabaseFault e) {
            reset();
            return begin(session());
        }
    }

    private static Session begin(Session session) {
        session.execute("begin transaction");
        return session;
    }

    private void commit(Connection open, UUID mark, Runnable committed) {
        @Nullable SQLException failure = null;
        try (Statement statement = open.createStatement()) {
            statement.execute("commit");
        } catch (SQLException e) {
            failure = e;
            reset();
        }
        committed.run();
        if (!isStored(mark, failure)) {
            reset();
            throw failure == null
                    ? new WarehouseException("the database reported a commit but did not store it")
                    : notCommitted(failure);
        }
    }

    private boolean isStored(UUID mark, @Nullable SQLException failure) {
        try {
            return warehouse.read(
                            session -> session.number("select count(*) from " + markTable + " where mark = ?", mark))
                    == 1;
        } catch (DatabaseFault e) {
            throw failure == null || e.kind() != Kind.CUT
                    ? e
                    : DatabaseFault.cutInCommit(warehouse.location(), failure);
        }
    }

    private RuntimeException notCommitted(SQLException failure) {
        return warehouse.failure(failure, "the database could not commit: " + failure.getMessage());
    }

    private void rollBack(Connection open) {
        try (Statement statement = open.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            reset();
        }
    }

    /** After a failure an engine may refuse everything until all of its connections were closed. */
    private void reset() {
        close();
        warehouse.reopen();
    }
}
