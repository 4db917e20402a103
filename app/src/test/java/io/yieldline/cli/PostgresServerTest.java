package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.cli.Cli.Ran;
import io.yieldline.warehouse.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL database with odd settings works, or is refused at once in words; no output has its password. */
@Tag("engines")
class PostgresServerTest {
    private final String database = TestPostgres.freshDatabase();
    private final String name = database.replaceFirst(".*//[^/]+/([^?]*).*", "$1");

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void init() {
        cli = new Cli(temp.resolve("plant"));
        cli.run("init");
    }

    @Test
    void anotherEncoding_isRefused() throws SQLException {
        for (String encoding : List.of("LATIN1", "SQL_ASCII")) {
            String other = name + "_" + encoding.toLowerCase(Locale.ROOT);
            sql("create database " + other + " encoding '" + encoding + "' locale 'C' template template0");

            assertThat(on(database.replace(name, other), "status").err())
                    .endsWith(": the database has encoding " + encoding
                            + ", which cannot store all text; create one with:"
                            + " create database NAME encoding 'UTF8' template template0; nothing was changed\n");
            sql("drop database " + other);
        }
    }

    @Test
    void oddSettings_changeNoNumber() throws SQLException {
        Cli plain = new Cli(temp.resolve("plain"));
        plain.run("init");
        List.of(
                        "standard_conforming_strings = off",
                        "datestyle = 'German'",
                        "timezone = 'Asia/Kathmandu'",
                        "default_transaction_read_only = on",
                        "default_transaction_isolation = 'serializable'",
                        "search_path = 'pg_catalog'",
                        "transform_null_equals = on",
                        "intervalstyle = 'iso_8601'",
                        "lc_messages = 'C'",
                        "bytea_output = 'escape'",
                        "statement_timeout = '100ms'")
                .forEach(setting -> sql("alter database " + name + " set " + setting));
        String export = TinyExport.write(temp).toString();
        plain.run("ingest", export);
        plain.run("aggregate");

        assertThat(on(database, "ingest", export).exitCode()).isZero();
        Cli.Ran refreshed = on(database, "aggregate");
        assertThat(refreshed.exitCode()).as(refreshed.toString()).isZero();

        for (String table : List.of("station_yield_daily", "record_counts", "weekly_summary")) {
            assertThat(on(database, "show", table, "--format", "csv"))
                    .isEqualTo(plain.run("show", table, "--format", "csv"));
        }
        assertThat(on(database, "backup").exitCode()).isZero();
        assertThat(on(database, "doctor").exitCode()).isZero();
    }

    @Test
    void missingRights_areNamed_andSchemasThatAreThereSuffice() {
        String user = "reader_" + name;
        sql("create role " + user + " login");
        sql("revoke create on database " + name + " from public");
        String address = database.replaceFirst("user=\\w+", "user=" + user);

        assertThat(on(address, "status").err())
                .endsWith(": the user " + user + " may not create schema yieldline in database " + name
                        + "; let the owner of the database run: create schema yieldline authorization \"" + user
                        + "\"; nothing was changed\n");
        sql("create schema yieldline");
        sql("create schema etl_v2 authorization " + user);
        assertThat(on(address, "status").err())
                .endsWith(": the user " + user + " may not create tables in schema yieldline; let its owner run: grant"
                        + " usage, create on schema yieldline to \"" + user + "\"; nothing was changed\n");
        sql("grant usage, create on schema yieldline to " + user);
        assertThat(on(address, "status").err()).isEmpty();
        assertThat(on(address, "ingest", TinyExport.write(temp).toString()).exitCode())
                .isZero();
    }

    @Test
    void noOutputHasThePassword() throws IOException {
        for (String address : List.of(
                "jdbc:postgresql://localhost:1/db?user=me&password=canary7",
                "jdbc:postgresql://me:canary7@localhost:1/db",
                "jdbc:postgresql://localhost:port/db?password=canary7",
                "jdbc:postgresql://localhost:1/db?user=me&password%3Dcanary7",
                "jdbc:postgresql://localhost:1/db?sslpassword=canary7&ssl=maybe&sslmode=odd",
                "postgres://me:canary7@localhost:1/db",
                database + "&loggerLevel=canary7&password=canary7",
                database.replace(name, "missing") + "&password=canary7")) {
            for (List<String> command : List.of(
                    List.of("status"),
                    List.of("doctor"),
                    List.of("--json", "doctor"),
                    List.of("recover", "--dry-run"),
                    List.of("adopt"))) {
                Ran ran = on(address, command.toArray(String[]::new));
                assertThat(ran.out() + ran.err()).as("%s %s", address, command).doesNotContain("canary7");
            }
        }
        Ran misplaced = cli.run("status", "--database=" + database + "&password=canary7");
        assertThat(misplaced.exitCode()).isEqualTo(2);
        Ran unknown = cli.run("status", "--databse=jdbc:postgresql://me:canary7@db/x?password=canary7");
        Ran argument = cli.run("status", "jdbc:postgresql://me:canary7@db/x?password=canary7");
        assertThat(misplaced.err() + unknown.err() + argument.err()).doesNotContain("canary7");
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("canary7");
            }
        }
    }

    private Ran on(String address, String... words) {
        return cli.run(Stream.concat(Stream.of("--database", address), Stream.of(words))
                .toArray(String[]::new));
    }

    private void sql(String statement) {
        try (Connection connection = DriverManager.getConnection(database);
                Statement open = connection.createStatement()) {
            open.execute("set default_transaction_read_only = off");
            open.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
