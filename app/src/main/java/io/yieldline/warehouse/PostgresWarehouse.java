package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A warehouse in the schema {@code yieldline} of a PostgreSQL database. */
final class PostgresWarehouse extends Warehouse {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'_y'yyyy'm'MM");

    /** Any number that no other program locks. */
    private static final long WRITER_LOCK = 0x7969656c646c6eL;

    private final String address;

    PostgresWarehouse(String address) {
        super(Engine.POSTGRES);
        this.address = address;
    }

    @Override
    public String location() {
        return address.replaceAll("(?i)(password=)[^&]*", "$1***");
    }

    @Override
    public BulkLoad bulkLoad(Session session, String table, List<BulkColumn> columns) {
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
        Connection connection = DriverManager.getConnection(address);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set client_min_messages = warning");
            statement.execute("create schema if not exists yieldline");
            statement.execute("set search_path = yieldline");
            // JIT compilation takes longer than our queries; sorting a month of one station takes more than 4
            // MB.
            statement.execute("set jit = off");
            statement.execute("set work_mem = '64MB'");
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
        return connection;
    }

    @Override
    void claimWriter(Session session) {
        if (session.number("select case when pg_try_advisory_lock(?) then 1 else 0 end", WRITER_LOCK) == 0) {
            throw new UserError(
                    ExitCode.LOCKED, "another run writes to " + location() + "; wait for it to end and try again");
        }
    }
}
