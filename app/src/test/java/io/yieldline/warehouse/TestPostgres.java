package io.yieldline.warehouse;

import io.yieldline.feed.Feeds;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL for tests: one server per JVM, a fresh database per use. {@code YIELDLINE_TEST_POSTGRES} names the JDBC address
 * of a server to use instead of the embedded one; its user must be allowed to create databases.
 */
public final class TestPostgres {
    /** So many databases are kept; an older one that nobody is connected to is dropped. */
    private static final int KEPT = 10;

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Queue<String> NAMES = new ConcurrentLinkedQueue<>();

    private TestPostgres() {}

    /** The JDBC address of a new, empty database. */
    public static String freshDatabase() {
        return created("");
    }

    private static String created(String like) {
        String name = "yieldline_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(Server.ADDRESS);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " " + like);
            NAMES.add(name);
            dropOldest(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.ADDRESS.replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
    }

    /** A new database with the tables of an empty plant: a copy of one on which the migrations ran once. */
    public static Warehouse open() {
        return Warehouses.openPostgres(copyOf(Empty.ADDRESS));
    }

    /** A new database with the content of another one, which is kept and which nobody may be connected to. */
    public static String copyOf(String address) {
        String original = address.replaceFirst(".*//[^/]+/([^?]*).*", "$1");
        NAMES.remove(original);
        return created("template " + original);
    }

    /** A server that ends with a hundred databases takes longer to delete than the build waits for its end. */
    private static void dropOldest(Statement statement) {
        String oldest = NAMES.size() > KEPT ? NAMES.poll() : null;
        try {
            if (oldest != null) {
                statement.execute("drop database " + oldest);
            }
        } catch (SQLException e) {
            NAMES.add(oldest);
        }
    }

    private static final class Empty {
        static final String ADDRESS = address();

        private static String address() {
            String address = freshDatabase();
            try (Warehouse warehouse = Warehouses.openPostgres(address)) {
                FeedTables.prepare(warehouse, Feeds.builtIn());
            }
            return address;
        }
    }

    private static final class Server {
        static final String ADDRESS = address();

        private static String address() {
            String given = System.getenv("YIELDLINE_TEST_POSTGRES");
            return given == null || given.isBlank() ? embedded() : given;
        }

        private static String embedded() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
