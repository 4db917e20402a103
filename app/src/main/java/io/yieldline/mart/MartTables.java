package io.yieldline.mart;

import io.yieldline.Sha256;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates the tables and views of the marts, and re-creates them if their definition changed. */
final class MartTables {
    private static final String TABLES = "mart_tables";
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
        String definitions = tables().map(Mart::createStatement).collect(Collectors.joining(";\n"));
        fingerprints.put(TABLES, Sha256.of(definitions));
        fingerprints.put(RULES, ChangeLog.fingerprint(rules));
        fingerprints.put(VIEWS, Sha256.of(definitions + views.text()));
    }

    void prepare(Warehouse warehouse) {
        if (!warehouse.read(this::changed).isEmpty()) {
            warehouse.writeAll(session -> make(session, changed(session)));
        }
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
        if (changed.contains(VIEWS)) {
            views.drop(session);
        }
        if (changed.contains(TABLES)) {
            makeTables(session);
        }
        if (changed.contains(RULES)) {
            rules.fill(session);
        }
        if (changed.contains(VIEWS)) {
            views.create(session);
        }
        changed.forEach(name -> remember(session, name));
    }

    private void makeTables(Session session) {
        RuleTables.create(session);
        UnitTables.create(session);
        tables().forEach(table -> {
            session.execute("drop table if exists " + table.name());
            session.execute(table.createStatement());
            session.execute("delete from mart_state where mart = ?", table.name());
            if (session.engine() == Engine.POSTGRES) {
                session.execute("create index on " + table.name() + " ("
                        + table.partition().column() + ")");
            }
        });
    }

    private void remember(Session session, String name) {
        session.execute(
                "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
                name,
                fingerprints.get(name));
    }

    private Stream<Mart> tables() {
        return Stream.concat(marts.units().stream(), marts.all().stream());
    }
}
