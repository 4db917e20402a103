package io.yieldline.mart;

import io.yieldline.Sha256;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creates the tables and views of the marts, and re-creates those whose definition changed. */
public final class MartTables {
    /** Before the name of a table in a setting that says by which definition it was made. */
    private static final String TABLE = "mart_table ";

    private static final String RULES = "mart_rules";
    private static final String VIEWS = "mart_views";

    private final Marts marts;
    private final Views views;
    private final RuleTables rules;
    private final Map<String, String> fingerprints = new LinkedHashMap<>();

    MartTables(Marts marts, Views views, Rules rules) {
        this.marts = marts;
        this.views = views;
        this.rules = new RuleTables(rules);
        marts.tables().forEach(table -> fingerprints.put(TABLE + table.name(), fingerprint(table)));
        fingerprints.put(RULES, this.rules.fingerprint());
        fingerprints.put(
                VIEWS,
                Sha256.of(marts.builtInTables().map(Mart::createStatement).collect(Collectors.joining(";\n"))
                        + views.text()));
    }

    /** What is stale, and which pieces of a snapshot are old, is told by the partition, which somebody can change in a file of the home. */
    private String fingerprint(Mart table) {
        boolean builtIn = marts.builtInTables().anyMatch(table::equals);
        return Sha256.of(table.createStatement()
                + (builtIn ? "" : " by " + table.partition().column()));
    }

    void prepare(Warehouse warehouse) {
        if (!warehouse.read(this::unfollowed).isEmpty()) {
            warehouse.writeAll(session -> unfollowed(session).forEach(name -> forget(session, name)));
        }
        makeChanged(warehouse);
    }

    void makeChanged(Warehouse warehouse) {
        if (!warehouse.read(this::changed).isEmpty()) {
            warehouse.writeAll(session -> make(session, changed(session)));
        }
    }

    /** Makes the next run make a table again, empty. */
    public static void remake(Session session, String table) {
        session.execute("delete from setting where name = ?", TABLE + table);
    }

    /** Makes the next run fill the tables of rules again. */
    public static void remakeRules(Session session) {
        session.execute("delete from setting where name = ?", RULES);
    }

    /** Makes the next run make the views again. */
    public static void remakeViews(Session session) {
        session.execute("delete from setting where name = ?", VIEWS);
    }

    /** The tables of marts whose files are gone, by name. */
    public static List<String> removed(Session session, Marts marts) {
        if (!StoredTables.exists(session, "setting")) {
            return List.of();
        }
        return session.texts("select name from setting where name like '" + TABLE + "%' order by name").stream()
                .map(name -> name.substring(TABLE.length()))
                .filter(name -> marts.tables().noneMatch(table -> table.name().equals(name)))
                .filter(name -> marts.refused(name).isEmpty())
                .filter(name -> StoredTables.exists(session, name))
                .toList();
    }

    /** Drops the table of a mart whose file is gone. */
    public static void drop(Session session, String table) {
        session.execute("drop table if exists " + table + " cascade");
        forget(session, table);
        remake(session, table);
    }

    private static void forget(Session session, String table) {
        session.execute("delete from mart_state where mart = ?", table);
    }

    /** Marts that nobody brings up to date now: when they come back, they have missed what changed meanwhile. */
    private List<String> unfollowed(Session session) {
        return session.texts("select mart from mart_state order by mart").stream()
                .filter(name -> !fingerprints.containsKey(TABLE + name))
                .toList();
    }

    private List<String> changed(Session session) {
        Map<String, String> known = new LinkedHashMap<>();
        session.query("select name, value from setting", row -> known.put(row.getString(1), row.getString(2)));
        return fingerprints.entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(known.get(wanted.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void make(Session session, List<String> changed) {
        RuleTables.create(session);
        UnitTables.create(session);
        boolean viewsToo = changed.contains(VIEWS)
                || marts.builtInTables().anyMatch(table -> changed.contains(TABLE + table.name()));
        if (viewsToo) {
            views.drop(session);
            views.createFunctions(session);
        }
        marts.tables().filter(table -> changed.contains(TABLE + table.name())).forEach(table -> make(session, table));
        if (changed.contains(RULES)) {
            rules.fill(session);
        }
        if (viewsToo) {
            views.create(session);
        }
        changed.forEach(name -> remember(session, name));
    }

    private static void make(Session session, Mart table) {
        session.execute("drop table if exists " + table.name());
        session.execute(table.createStatement());
        forget(session, table.name());
        if (session.engine() == Engine.POSTGRES) {
            session.execute(
                    "create index on " + table.name() + " (" + table.partition().column() + ")");
        }
    }

    private void remember(Session session, String name) {
        session.execute(
                "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                name,
                fingerprints.get(name));
    }
}
