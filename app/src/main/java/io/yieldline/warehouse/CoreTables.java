package io.yieldline.warehouse;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables that migrations create. */
public final class CoreTables {
    private CoreTables() {}

    /** Their names, without internal tables for marks, migrations and the identity. */
    public static Set<String> names() {
        return Migrations.builtIn()
                .statements()
                .filter(statement -> statement.startsWith("create table "))
                .map(statement -> statement.split("[ (]+")[2])
                .filter(table -> !table.matches("\\w+_mark|plant_identity"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text by which they are made. */
    public static String definition() {
        return Migrations.builtIn().statements().collect(Collectors.joining(";\n"));
    }

    /** Re-creates an empty table as in the migrations; returns whether they define it. */
    public static boolean remake(Session session, String table) {
        String own = "(?s)(create|alter) table " + table + "\\b.*";
        if (Migrations.builtIn().statements().noneMatch(statement -> statement.matches(own))) {
            return false;
        }
        session.execute("drop table if exists " + table + " cascade");
        Migrations.builtIn()
                .statements()
                .filter(statement -> statement.matches(own))
                .forEach(session::execute);
        return true;
    }
}
