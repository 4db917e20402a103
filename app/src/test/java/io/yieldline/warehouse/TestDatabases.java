package io.yieldline.warehouse;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The setting {@code database} of plants of tests, and of those that are copied with their database. */
public final class TestDatabases {
    private static final String EMBEDDED = "duckdb";
    private static final Map<String, String> ORIGINALS = new ConcurrentHashMap<>();

    private TestDatabases() {}

    /** An empty database: the file in the home, or a new database of the server. */
    public static String fresh(Engine engine) {
        return engine == Engine.DUCKDB ? EMBEDDED : TestPostgres.freshDatabase();
    }

    /** Remembers the database of a plant that is closed and will be copied. */
    public static void keep(String name, String database) {
        ORIGINALS.put(name, database);
    }

    /** A copy of the database that was kept under a name; a file was copied with the home. */
    public static String like(String name) {
        String original = Objects.requireNonNull(ORIGINALS.get(name));
        return original.equals(EMBEDDED) ? EMBEDDED : TestPostgres.copyOf(original);
    }
}
