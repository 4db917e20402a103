package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A warehouse in the schema {@code yieldline} of a PostgreSQL database. */
final class PostgresWarehouse extends Warehouse {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'_y'yyyy'm'MM");

    /** Any number that no other program locks. */
    private static final long WRITER_LOCK = 0x7969656c646c6eL;

    private static final long CLOSING_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String address;

    /** Whether the server was found to suit. */
    private volatile boolean known;

    PostgresWarehouse(String address) {
        super(Engine.POSTGRES);
        this.address = address;
    }

    @Override
    public String location() {
        return DatabaseAddress.masked(address);
    }

    @Override
    BulkLoad bulkLoader(Session session, String table, List<BulkColumn> columns) {
        return new PostgresBulkLoad(session.connection(), table, columns, location());
    }

    @Override
    void createMasterLog(Session session, String table, List<BulkColumn> columns) {
        String definitions = columns.stream().map(BulkColumn::definition).collect(Collectors.joining(",\n    "));
        session.execute("create table " + table + " (\n    " + definitions
                + ",\n    primary key (identity, ended_at)) partition by range (ended_at)");
        session.execute("create index " + table + "_days on " + table
                + " using brin (day, week, output_day) with (pages_per_range = 16)");
        session.execute("create index " + table + "_units on " + table + " (serial_number)");
    }

    @Override
    void preparePartitions(Session session, String table, Collection<LocalDate> months) {
        for (LocalDate month : months) {
            session.execute("create table if not exists " + table + MONTH.format(month) + " partition of " + table
                    + " for values from ('" + month + "') to (" + end(month) + ")");
        }
    }

    /** The year after December 9999 is read differently by PostgreSQL than Java writes it. */
    private static String end(LocalDate month) {
        LocalDate next = month.plusMonths(1);
        return next.getYear() > 9999 ? "maxvalue" : "'" + next + "'";
    }

    @Override
    Connection connect() throws SQLException {
        Connection connection = connected();
        try (Statement statement = connection.createStatement()) {
            statement.execute(PostgresServer.SESSION);
            if (!known) {
                PostgresServer.require(statement, location());
                known = true;
            }
        } catch (SQLException | RuntimeException e) {
            closeQuietly(connection);
            throw e;
        }
        return connection;
    }

    /** The file system of the server is its own business: connections stay open. */
    @Override
    Compaction compacted(DuckDbCompaction.Alone readers) throws SQLException {
        try (Connection connection = connect()) {
            return PostgresCompaction.run(connection);
        }
    }

    /** The driver repeats an address that it does not understand, with its password. */
    private Connection connected() throws SQLException {
        try {
            return DriverManager.getConnection(address);
        } catch (SQLException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.contains(address)) {
                throw e;
            }
            throw new SQLException(DatabaseAddress.maskedIn(message, address), e.getSQLState());
        }
    }

    /** The server learns with a delay that a connection was closed, and holds the lock of a run that has ended until then. */
    @Override
    void claimWriter(Session session) {
        long began = System.nanoTime();
        while (session.number("select case when pg_try_advisory_lock(?) then 1 else 0 end", WRITER_LOCK) == 0) {
            if (System.nanoTime() - began > CLOSING_NANOS) {
                throw new UserError(
                        ExitCode.LOCKED, "another run writes to " + location() + "; wait for it to end and try again");
            }
            LockSupport.parkNanos(CLOSING_NANOS / 20);
        }
    }
}
