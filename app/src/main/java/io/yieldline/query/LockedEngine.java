package io.yieldline.query;

import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB in memory that sees the tables of the lake and is then locked. The text of the user is only ever a parameter of {@code
 * query(?)}, which takes one SELECT and nothing else.
 */
final class LockedEngine {
    /** Paths are below the working folder, the version of the lake, so that no message or table of the engine has the real one. */
    private static final List<String> LOCKS = List.of(
            "set threads = 1",
            "set temp_directory = ''",
            "set autoinstall_known_extensions = false",
            "set autoload_known_extensions = false",
            "set allow_community_extensions = false",
            "set allow_persistent_secrets = false",
            "set enable_external_access = false",
            "set lock_configuration = true");

    private final WorkerTask task;
    private final DataOutputStream out;
    private final String here = Path.of("").toAbsolutePath() + File.separator;

    LockedEngine(WorkerTask task, DataOutputStream out) {
        this.task = task;
        this.out = out;
    }

    void answer() throws IOException {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        try (Connection engine = DriverManager.getConnection("jdbc:duckdb:", settings)) {
            answer(engine);
        } catch (SQLException e) {
            fail(EngineMessage.of(e));
        }
    }

    private void answer(Connection engine) throws SQLException, IOException {
        prepare(engine);
        String refusal = new AllowedSelect(engine).refusal(task.sql());
        if (!refusal.isEmpty()) {
            fail(refusal);
            return;
        }
        lock(engine);
        try (PreparedStatement query = engine.prepareStatement("select * from query(?)")) {
            query.setQueryTimeout(task.limits().seconds());
            query.setString(1, task.sql());
            try (ResultSet rows = query.executeQuery()) {
                write(rows);
            }
        }
    }

    private void prepare(Connection engine) throws SQLException {
        try (Statement statement = engine.createStatement()) {
            statement.execute("set memory_limit = '" + task.limits().memoryMegabytes() + "MB'");
            if (!task.functions().isBlank()) {
                statement.execute(task.functions());
            }
            for (WorkerTask.View view : task.views()) {
                statement.execute("create view " + QueryText.identifier(view.name()) + " as " + view.select());
            }
        }
        for (ValueList list : task.lists()) {
            fill(engine, list);
        }
    }

    private static void fill(Connection engine, ValueList list) throws SQLException {
        String name = QueryText.identifier(list.name());
        try (Statement statement = engine.createStatement()) {
            statement.execute("create temp table " + name + " (value varchar)");
        }
        try (PreparedStatement insert =
                engine.prepareStatement("insert into " + name + " select unnest(string_split(?, chr(10)))")) {
            insert.setString(1, String.join("\n", list.values()));
            insert.execute();
        }
    }

    private void lock(Connection engine) throws SQLException {
        String folders = task.folders().stream().map(QueryText::literal).collect(Collectors.joining(", "));
        try (Statement statement = engine.createStatement()) {
            statement.execute("set allowed_directories = [" + folders + "]");
            for (String lock : LOCKS) {
                statement.execute(lock);
            }
        }
    }

    private void write(ResultSet rows) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        List<ResultColumn> readers = new ArrayList<>();
        out.writeByte(Wire.COLUMNS);
        out.writeInt(columns.getColumnCount());
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Wire.writeText(out, columns.getColumnLabel(i));
            Wire.writeText(out, columns.getColumnTypeName(i));
            readers.add(new ResultColumn(i, columns.getColumnTypeName(i)));
        }
        boolean all = writeRows(rows, readers);
        out.writeByte(Wire.END);
        out.writeBoolean(!all);
    }

    /** Whether these were all rows, so that none was left out. */
    private boolean writeRows(ResultSet rows, List<ResultColumn> columns) throws SQLException, IOException {
        int written = 0;
        while (rows.next()) {
            if (written == task.limits().rows() || out.size() > task.limits().bytes()) {
                return false;
            }
            out.writeByte(Wire.ROW);
            for (ResultColumn column : columns) {
                Wire.writeValue(out, neutral(column.value(rows)));
            }
            written++;
        }
        return true;
    }

    /** The engine tells its settings to every SELECT, with the real path of what may be read. */
    private @Nullable Object neutral(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof LocalDate
                ? value
                : value.toString().contains(here) ? value.toString().replace(here, "") : value;
    }

    private void fail(String message) throws IOException {
        out.writeByte(Wire.FAILED);
        Wire.writeText(out, message.replace(here, ""));
    }
}
