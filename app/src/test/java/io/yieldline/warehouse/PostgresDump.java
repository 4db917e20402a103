package io.yieldline.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * A PostgreSQL database as files: the statements that make its tables and views, and the rows of each table. It stands for
 * {@code pg_dump}, which the embedded server lacks, and knows only what a warehouse has: no sequences, no triggers.
 */
public final class PostgresDump {
    private static final String SCHEMA_FILE = "schema.sql";
    private static final String ROWS = ".copy";
    private static final String OURS =
            " in (select oid from pg_namespace where nspname !~ '^(pg_|information_schema|public)')";

    /** Tables in the order of their making: a partition follows its table. */
    private static final String TABLES = "select c.oid::regclass::text, case when c.relispartition then"
            + " format('create table %s partition of %s %s', c.oid::regclass, i.inhparent::regclass,"
            + " pg_get_expr(c.relpartbound, c.oid))"
            + " else format('create table %s (%s)%s', c.oid::regclass,"
            + " (select string_agg(d, ', ' order by n) from ("
            + "select a.attnum as n, format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))"
            + " || case when a.attcollation <> t.typcollation then format(' collate %I', o.collname) else '' end"
            + " || case when a.attnotnull then ' not null' else '' end"
            + " || coalesce(' default ' || pg_get_expr(f.adbin, f.adrelid), '') as d"
            + " from pg_attribute a join pg_type t on t.oid = a.atttypid"
            + " left join pg_collation o on o.oid = a.attcollation"
            + " left join pg_attrdef f on f.adrelid = a.attrelid and f.adnum = a.attnum"
            + " where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
            + " union all select 10000, pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid) x),"
            + " coalesce(' partition by ' || pg_get_partkeydef(c.oid), '')) end, c.relkind = 'r'"
            + " from pg_class c left join pg_inherits i on i.inhrelid = c.oid"
            + " where c.relkind in ('r', 'p') and c.relnamespace" + OURS + " order by c.oid";

    private static final String INDEXES = "select pg_get_indexdef(i.indexrelid) from pg_index i"
            + " join pg_class c on c.oid = i.indrelid where c.relnamespace" + OURS
            + " and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)"
            + " and not exists (select 1 from pg_inherits h where h.inhrelid = i.indexrelid) order by i.indexrelid";

    private static final String VIEWS = "select format('create view %s as %s', oid::regclass, pg_get_viewdef(oid))"
            + " from pg_class where relkind = 'v' and relnamespace" + OURS + " order by oid";

    private static final String FUNCTIONS =
            "select pg_get_functiondef(oid) from pg_proc where pronamespace" + OURS + " order by oid";

    private static final String SCHEMAS =
            "select format('create schema %I', nspname) from pg_namespace where oid" + OURS;

    private PostgresDump() {}

    /** Writes a database that nobody changes into an empty folder. */
    public static void write(String address, Path folder) {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            Files.createDirectories(folder);
            statement.execute("set search_path = pg_catalog");
            List<String> making = new ArrayList<>(texts(statement, SCHEMAS));
            making.addAll(tables(statement, connection, folder));
            making.addAll(texts(statement, INDEXES));
            making.addAll(texts(statement, FUNCTIONS));
            making.addAll(texts(statement, VIEWS));
            Files.writeString(folder.resolve(SCHEMA_FILE), String.join(";\n\n", making) + "\n");
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a folder that was written so into an empty database. */
    public static void read(Path folder, String address) {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(folder.resolve(SCHEMA_FILE)));
            for (Path rows : files(folder)) {
                String table = rows.getFileName().toString().replace(ROWS, "");
                try (InputStream in = Files.newInputStream(rows)) {
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in);
                }
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement, Connection connection, Path folder)
            throws SQLException, IOException {
        List<String> making = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                making.add(rows.getString(2));
                if (rows.getBoolean(3)) {
                    filled.add(rows.getString(1));
                }
            }
        }
        for (String table : filled) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(table + ROWS))) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
            }
        }
        return making;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ROWS)).sorted().toList();
        }
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
