package io.yieldline.warehouse;

import io.yieldline.plant.DurableFile;
import io.yieldline.plant.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Gives the space of deleted rows back. A DuckDB file does not shrink by itself: its live rows are copied into a new file beside it,
 * which takes its name in one step. Killed before that step, the old file is untouched, and the next start deletes the copy; killed
 * after it, the new one has every row.
 *
 * <p>The process keeps one instance for each path while a connection of it is open. Opened under the new file it would still write to
 * the old one, whose rows would be lost. So the name changes only when the old instance has gone for sure: a mark in its memory must
 * not be seen by a new connection.
 */
final class DuckDbCompaction {
    /** A copy that is less than a tenth smaller is not worth the change: the next loads fill the free space. */
    private static final int WORTH = 10;

    private static final long MEGABYTE = 1_048_576;

    private static final long READERS_MILLIS = 10_000;

    private static final String SIZES = "select block_size * total_blocks, block_size * free_blocks"
            + " from pragma_database_size() where database_name = current_database()";
    private static final String MARK = "yieldline_mark";
    private static final String MARKS = "select count(*) from duckdb_databases() where database_name = '" + MARK + "'";

    private final Path file;
    private final Path copy;
    private final Opening shared;
    private final Opening fresh;

    /**
     * Of a database file.
     *
     * @param shared opens a connection beside the others
     * @param fresh opens the file, when no other connection is open
     */
    DuckDbCompaction(Path file, Opening shared, Opening fresh) {
        this.file = file;
        this.copy = copyOf(file);
        this.shared = shared;
        this.fresh = fresh;
    }

    /** Deletes the copy that a killed compaction left; it is never needed. */
    static void discardLeftovers(Path file) {
        for (Path left : Set.of(copyOf(file), walOf(copyOf(file)))) {
            try {
                Files.deleteIfExists(left);
            } catch (IOException e) {
                // The next compaction tries again, and says if it cannot.
            }
        }
    }

    /**
     * Compacts the file; nobody may write meanwhile.
     *
     * @param readers closes all connections while nobody reads, and does something then
     */
    Compaction run(Alone readers) throws SQLException, IOException {
        discardLeftovers(file);
        try {
            return compacted(readers);
        } finally {
            discardLeftovers(file);
        }
    }

    private Compaction compacted(Alone readers) throws SQLException, IOException {
        Compaction unchanged;
        try (Connection connection = shared.open()) {
            Sizes sizes = checkpointed(connection);
            unchanged = new Compaction(sizes.file, sizes.file, null);
            if (!Space.at(file).has(sizes.file - sizes.free)) {
                return unchanged.but("not compacted, because that takes " + Space.megabytes(sizes.file - sizes.free)
                        + " of free disk space for a while");
            }
            copy(connection);
        }
        long gain = unchanged.before() - Files.size(copy);
        if (gain * WORTH < unchanged.before()) {
            return gain < MEGABYTE
                    ? unchanged
                    : unchanged.but(Space.megabytes(gain) + " in it free for the next loads");
        }
        if (!readers.alone(READERS_MILLIS, this::swap)) {
            return unchanged.but("not compacted, because other queries are running; run it again later");
        }
        try (Connection connection = shared.open()) {
            return new Compaction(unchanged.before(), checkpointed(connection).file, null);
        }
    }

    private void copy(Connection connection) throws SQLException, IOException {
        String name = text(connection, "select current_database()").replace("\"", "\"\"");
        execute(connection, "attach '" + copy.toString().replace("'", "''") + "' as yieldline_compacted");
        try {
            execute(connection, "copy from database \"" + name + "\" to yieldline_compacted");
        } finally {
            execute(connection, "detach yieldline_compacted");
        }
        if (Files.getFileStore(copy).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
        }
        DurableFile.sync(copy);
    }

    /** Whether the copy has become the database: called when every known connection is closed. */
    private boolean swap() {
        try {
            if (!gone() || Files.exists(walOf(file))) {
                return false;
            }
            Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            DurableFile.sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            return true;
        } catch (IOException e) {
            throw new WarehouseException("the database could not be compacted: " + e.getMessage(), e);
        }
    }

    /** Whether no connection keeps the instance: a mark that one connection leaves is not seen by the next. */
    private boolean gone() {
        try {
            try (Connection connection = fresh.open()) {
                execute(connection, "attach if not exists ':memory:' as " + MARK);
            }
            try (Connection connection = fresh.open()) {
                boolean gone = text(connection, MARKS).equals("0");
                execute(connection, "detach database if exists " + MARK);
                return gone;
            }
        } catch (SQLException e) {
            // An instance that is still open refuses other settings.
            return false;
        }
    }

    private static Sizes checkpointed(Connection connection) throws SQLException {
        execute(connection, "checkpoint");
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SIZES)) {
            row.next();
            return new Sizes(row.getLong(1), row.getLong(2));
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Bytes of the file, and of its free blocks. */
    private record Sizes(long file, long free) {}

    private static Path copyOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".compact");
    }

    private static Path walOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".wal");
    }

    /** Opens a connection to the database file. */
    interface Opening {
        Connection open() throws SQLException;
    }

    /** Does something while no connection is open, or returns false if readers do not end in time. */
    interface Alone {
        boolean alone(long mostMillis, BooleanSupplier work);
    }
}
