package io.yieldline.warehouse;

import io.yieldline.Counted;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the space of deleted rows back: months without records lose their partition, and the other tables are rewritten. A table that
 * others read for long is only vacuumed, so that nobody waits behind it: its space is used by the next loads.
 */
final class PostgresCompaction {
    private static final String PARTITIONS = """
            select c.relname
            from pg_inherits i
            join pg_class c on c.oid = i.inhrelid
            where c.relnamespace = 'yieldline'::regnamespace and c.relkind = 'r'
            order by c.relname""";
    /** Without those that would give back less than a megabyte: rewriting dozens of them takes longer than all the others. */
    private static final String TABLES = """
            select c.relname
            from pg_class c
            where c.relnamespace = 'yieldline'::regnamespace and c.relkind = 'r' and not c.relispartition
                and pg_total_relation_size(c.oid) >= 1048576
            order by c.relname""";

    private static final String BYTES = """
            select cast(coalesce(sum(pg_total_relation_size(c.oid)), 0) as bigint)
            from pg_class c
            where c.relnamespace = 'yieldline'::regnamespace and c.relkind = 'r'""";

    private final Statement statement;

    private PostgresCompaction(Statement statement) {
        this.statement = statement;
    }

    /** Compacts the database behind a connection outside a transaction; nobody may write meanwhile. */
    static Compaction run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new PostgresCompaction(statement).run();
        }
    }

    private Compaction run() throws SQLException {
        long before = bytes();
        statement.execute("set lock_timeout = '5s'");
        long dropped = 0;
        List<String> busy = new ArrayList<>();
        for (String partition : texts(PARTITIONS)) {
            if (texts("select 1 from " + partition + " limit 1").isEmpty()) {
                dropped += done("drop table " + partition, partition, busy) ? 1 : 0;
            }
        }
        for (String table : texts(TABLES)) {
            if (!done("vacuum (full, analyze) " + table, table, busy)) {
                statement.execute("vacuum " + table);
            }
        }
        return new Compaction(before, bytes(), remark(dropped, busy));
    }

    /** Whether nobody else held the table for too long. */
    private boolean done(String sql, String table, List<String> busy) throws SQLException {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (!"55P03".equals(e.getSQLState())) {
                throw e;
            }
            busy.add(table);
            return false;
        }
    }

    private static @Nullable String remark(long dropped, List<String> busy) {
        List<String> said = new ArrayList<>();
        if (dropped > 0) {
            said.add(Counted.of(dropped, "monthly partition") + " dropped");
        }
        if (!busy.isEmpty()) {
            said.add("other queries kept " + String.join(", ", busy) + "; run it again later");
        }
        return said.isEmpty() ? null : String.join("; ", said);
    }

    private long bytes() throws SQLException {
        return Long.parseLong(texts(BYTES).get(0));
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
