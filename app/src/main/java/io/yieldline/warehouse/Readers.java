package io.yieldline.warehouse;

import io.yieldline.warehouse.DatabaseFault.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Pool of read-only connections; each is used by one reader at a time. */
final class Readers {
    /** A connection that was idle for longer may have been cut, such as by a restart of the database server. */
    private static final long TRUSTED_NANOS = 1_000_000_000;

    private static final int CHECK_SECONDS = 2;

    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Supplier<Connection> opening;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final Runnable closing;
    private boolean ended;

    /** @param closing closes what connections share */
    Readers(Supplier<Connection> opening, Runnable closing) {
        this.opening = opening;
        this.closing = closing;
    }

    /** Does something while no connection is lent; returns false if those who read do not end in time. */
    boolean alone(long mostMillis, BooleanSupplier work) {
        try {
            if (!gate.writeLock().tryLock(mostMillis, TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return work.getAsBoolean();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** Lends a connection; closes it after a failure, and all idle ones if it was cut: the others were cut with it. */
    <T> T lend(Function<Connection, T> work) {
        gate.readLock().lock();
        try {
            return lent(work);
        } finally {
            gate.readLock().unlock();
        }
    }

    private <T> T lent(Function<Connection, T> work) {
        Connection connection = take();
        try {
            T result = work.apply(connection);
            keep(connection);
            return result;
        } catch (RuntimeException | Error e) {
            close(connection);
            if (e instanceof DatabaseFault fault && fault.kind() == Kind.CUT) {
                closeIdle();
            }
            throw e;
        }
    }

    synchronized void closeIdle() {
        idle.forEach(each -> Warehouse.closeQuietly(each.connection));
        idle.clear();
    }

    private Connection take() {
        for (Idle next = next(); next != null; next = next()) {
            if (next.usable()) {
                return next.connection;
            }
            Warehouse.closeQuietly(next.connection);
        }
        return opening.get();
    }

    private synchronized @Nullable Idle next() {
        return idle.poll();
    }

    /** Closes what is idle now, and what is still lent, or comes late, as soon as it comes back. */
    synchronized void end() {
        ended = true;
        closeIdle();
    }

    private synchronized void keep(Connection connection) {
        if (ended) {
            close(connection);
        } else {
            idle.push(new Idle(connection, System.nanoTime()));
        }
    }

    /** A read that comes after the end has opened what connections share again, and closes it with its own connection. */
    private synchronized void close(Connection connection) {
        Warehouse.closeQuietly(connection);
        if (ended) {
            closing.run();
        }
    }

    /** A connection that nobody uses. */
    private record Idle(Connection connection, long sinceNanos) {
        boolean usable() {
            try {
                return System.nanoTime() - sinceNanos < TRUSTED_NANOS || connection.isValid(CHECK_SECONDS);
            } catch (SQLException e) {
                return false;
            }
        }
    }
}
