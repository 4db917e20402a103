package io.yieldline.backup;

import io.yieldline.UserError;
import io.yieldline.feed.Feed;
import io.yieldline.mart.MartTables;
import io.yieldline.mart.Marts;
import io.yieldline.mart.SchemaDrift;
import io.yieldline.warehouse.CoreTables;
import io.yieldline.warehouse.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Re-creates tables and views that differ from this version: views and marts from the master logs, master logs from
 * the archive, and everything if a ledger table is wrong. Tables of removed marts are dropped.
 * Foreign tables are not touched.
 */
public final class SchemaRepair implements Change {
    private final Marts marts;
    private final List<SchemaDrift> drift;
    private final Set<String> tables;
    private final List<String> removed;
    private final Runnable refill;

    /**
     * A repair.
     *
     * @param drift the differences
     * @param removed tables of marts whose files were removed
     * @param refill creates the tables and loads missing exports from the archive
     */
    public SchemaRepair(Marts marts, List<SchemaDrift> drift, List<String> removed, Runnable refill) {
        this.marts = marts;
        this.drift = drift.stream().filter(column -> !column.foreign()).toList();
        this.tables = this.drift.stream().map(SchemaDrift::table).collect(Collectors.toCollection(TreeSet::new));
        this.removed = removed;
        this.refill = refill;
    }

    /** The tables and views to re-create. */
    public Set<String> tables() {
        return tables;
    }

    /** What is created again, one line for each table and view. */
    public List<String> steps() {
        return tables.stream().map(table -> table + ": " + step(table)).toList();
    }

    private String step(String table) {
        if (log(table)) {
            return "create it again, empty; its rows are stored nowhere else";
        }
        if (DataTables.CORE.contains(table)) {
            return "create it again, and load all exports again from the archive";
        }
        if (table.startsWith(DataTables.RULES)) {
            return "create it again from rules.yaml";
        }
        return feed(table)
                .map(feed ->
                        "create it again, and load the exports of feed " + feed.name() + " again from" + " the archive")
                .orElse(
                        marts.tables().anyMatch(mart -> mart.name().equals(table))
                                ? "create it again, and fill it from the master log"
                                : "create it again");
    }

    private Optional<Feed> feed(String table) {
        return marts.feeds().all().stream()
                .filter(feed -> List.of(feed.masterLog(), feed.history()).contains(table))
                .findFirst();
    }

    @Override
    public void apply(Session session) {
        tables.stream().filter(SchemaRepair::log).forEach(table -> remakeLog(session, table));
        if (tables.stream().anyMatch(DataTables.CORE::contains)) {
            tables.stream().filter(DataTables.CORE::contains).forEach(table -> CoreTables.remake(session, table));
            new Emptying(marts, () -> {}).apply(session);
            return;
        }
        marts.feeds().all().stream()
                .filter(feed -> tables.contains(feed.masterLog()) || tables.contains(feed.history()))
                .forEach(feed -> drop(session, feed));
        removed.forEach(table -> MartTables.drop(session, table));
        tables.forEach(table -> MartTables.remake(session, table));
        if (tables.stream().anyMatch(table -> table.startsWith(DataTables.RULES))) {
            dropRules(session);
            MartTables.remakeRules(session);
        }
        MartTables.remakeViews(session);
    }

    @Override
    public void settle() {
        refill.run();
    }

    /** Rule tables are created only if they are missing. */
    private void dropRules(Session session) {
        tables.stream()
                .filter(table -> table.startsWith(DataTables.RULES))
                .forEach(table -> session.execute("drop table if exists " + table + " cascade"));
    }

    /** The receipts still list the exports, so they are reloaded. */
    private static void drop(Session session, Feed feed) {
        session.execute("drop table if exists " + feed.masterLog() + " cascade");
        session.execute("drop table if exists " + feed.history() + " cascade");
        session.execute("delete from sighting where feed = ?", feed.name());
        session.execute(
                "delete from rejected_row where export_id in (select id from export where feed = ?)", feed.name());
        session.execute("delete from export where feed = ?", feed.name());
    }

    /** A missing log starts empty; an altered one contains data that cannot be rebuilt. */
    private void remakeLog(Session session, String table) {
        List<SchemaDrift> altered = drift.stream()
                .filter(column -> column.table().equals(table))
                .filter(column -> !column.actual().isEmpty())
                .toList();
        long columns = session.number(
                "select count(*) from information_schema.columns"
                        + " where table_schema = current_schema() and table_name = ?",
                table);
        if (!altered.isEmpty() || columns > 0) {
            throw new UserError("table " + table + " was altered and holds data stored nowhere else; repair its columns"
                    + " manually, see: yieldline check schema");
        }
        CoreTables.remake(session, table);
    }

    /** Whether a migration creates a table without data from exports. */
    private static boolean log(String table) {
        return CoreTables.names().contains(table) && !DataTables.CORE.contains(table);
    }
}
