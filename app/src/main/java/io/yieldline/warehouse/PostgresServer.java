package io.yieldline.warehouse;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a PostgreSQL server and database must be, and the settings of a session whatever role, database and server set. */
final class PostgresServer {
    /** JIT compilation takes longer than our queries; sorting a month of one station takes more than 4 MB. */
    static final String SESSION = """
            set statement_timeout = 0;
            set client_min_messages = warning;
            set search_path = yieldline;
            set jit = off;
            set work_mem = '64MB';
            set standard_conforming_strings = on;
            set transform_null_equals = off;
            set datestyle = 'ISO, YMD';
            set intervalstyle = postgres;
            set extra_float_digits = 1;
            set bytea_output = hex;
            set default_transaction_read_only = off;
            set default_transaction_isolation = 'read committed';
            set synchronous_commit = on;
            set lock_timeout = 0;
            set idle_in_transaction_session_timeout = 0""";

    private static final int OLDEST = 13;
    private static final List<String> SCHEMAS = List.of("yieldline", "etl_v2");

    private static final String ABOUT = "select getdatabaseencoding(), pg_is_in_recovery(),"
            + " cast(current_setting('server_version_num') as integer) / 10000, current_user, current_database(),"
            + " has_database_privilege(current_database(), 'create')";

    private PostgresServer() {}

    /** Creates the schema of the tables if it is missing; refuses a database in which Yieldline cannot work. */
    static void require(Statement statement, String location) throws SQLException {
        About about = about(statement);
        refuseUnless(
                about.version >= OLDEST,
                location,
                "the server has version " + about.version + "; use version " + OLDEST + " or later");
        refuseUnless(!about.standby, location, "the server is a read-only standby; use the primary server");
        refuseUnless(
                about.encoding.equals("UTF8"),
                location,
                "the database has encoding " + about.encoding + ", which cannot store all text; create one with: create"
                        + " database NAME encoding 'UTF8' template template0");
        for (String schema : SCHEMAS) {
            requireRights(statement, schema, about, location);
        }
        if (!exists(statement, "yieldline")) {
            statement.execute("create schema if not exists yieldline");
        }
    }

    private static void requireRights(Statement statement, String schema, About about, String location)
            throws SQLException {
        if (!exists(statement, schema)) {
            refuseUnless(
                    about.mayCreate,
                    location,
                    "the user " + about.user + " may not create schema " + schema + " in database " + about.database
                            + "; let the owner of the database run: create schema " + schema + " authorization \""
                            + about.user + "\"");
            return;
        }
        refuseUnless(
                granted(statement, schema),
                location,
                "the user " + about.user + " may not create tables in schema " + schema
                        + "; let its owner run: grant usage, create on schema " + schema + " to \"" + about.user
                        + "\"");
    }

    private static About about(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(ABOUT)) {
            row.next();
            return new About(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    row.getBoolean(6));
        }
    }

    private record About(
            String encoding, boolean standby, int version, String user, String database, boolean mayCreate) {}

    private static boolean exists(Statement statement, String schema) throws SQLException {
        return is(statement, "select count(*) > 0 from pg_catalog.pg_namespace where nspname = '" + schema + "'");
    }

    private static boolean granted(Statement statement, String schema) throws SQLException {
        return is(
                statement,
                "select has_schema_privilege('" + schema + "', 'create')" + " and has_schema_privilege('" + schema
                        + "', 'usage')");
    }

    private static boolean is(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static void refuseUnless(boolean good, String location, String why) {
        if (!good) {
            throw new UserError(ExitCode.FAILED, location + ": " + why + "; nothing was changed");
        }
    }
}
