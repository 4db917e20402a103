package io.yieldline.query;

import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The newest queries of everybody: who asked what, when, and with which result. */
public final class QueryHistory {
    private static final int KEPT = 10_000;
    private static final String SELECT =
            "select id, asked_at, user_name as \"user\", caller, query_text as sql, outcome,"
                    + " row_count as \"rows\", milliseconds, error from query_history ";

    private final Warehouse warehouse;

    /** The history in this database. */
    public QueryHistory(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Adds a query that was answered or failed. */
    public void add(Asked asked) {
        warehouse.noteAside(session -> {
            long id = session.number("select max(id) from query_history") + 1;
            session.execute(
                    "insert into query_history (id, asked_at, user_name, caller, query_text, outcome, row_count,"
                            + " milliseconds, error) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    asked.at,
                    asked.user,
                    asked.caller,
                    asked.sql,
                    asked.error == null ? "done" : "failed",
                    asked.rows,
                    asked.milliseconds,
                    asked.error);
            session.execute("delete from query_history where id <= ?", id - KEPT);
        });
    }

    /** The latest of everybody, newest first. */
    public Table latest(int most) {
        return warehouse.read(session -> session.table(SELECT + "order by id desc limit " + most));
    }

    /** The latest of one user, newest first. */
    public Table latest(String user, int most) {
        return warehouse.read(
                session -> session.table(SELECT + "where user_name = ? order by id desc limit " + most, user));
    }

    /**
     * A query that was asked.
     *
     * @param at when, in plant time
     * @param caller where from: {@code cli} or {@code api}
     * @param sql the text, with its parameters as names
     * @param error why it failed; null if it did not
     */
    public record Asked(
            LocalDateTime at,
            String user,
            String caller,
            String sql,
            long rows,
            long milliseconds,
            @Nullable String error) {}
}
