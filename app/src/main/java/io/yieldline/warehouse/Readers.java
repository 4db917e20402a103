package io.yieldline.warehouse;

import java.sql.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Supplier;

/** Pool of read-only connections; each is used by one reader at a time. */
final class Readers {
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final Supplier<Connection> opening;

    Readers(Supplier<Connection> opening) {
        this.opening = opening;
    }

    /** Lends a connection; closes it after a failure. */
    <T> T lend(Function<Connection, T> work) {
        Connection connection = take();
        try {
            T result = work.apply(connection);
            keep(connection);
            return result;
        } catch (RuntimeException | Error e) {
            Warehouse.closeQuietly(connection);
            throw e;
        }
    }

    synchronized void closeIdle() {
        idle.forEach(Warehouse::closeQuietly);
        idle.clear();
    }

    private synchronized Connection take() {
        return idle.isEmpty() ? opening.get() : idle.pop();
    }

    private synchronized void keep(Connection connection) {
        idle.push(connection);
    }
}
