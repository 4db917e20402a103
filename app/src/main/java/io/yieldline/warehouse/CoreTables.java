package io.yieldline.warehouse;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables that migrations make. */
public final class CoreTables {
    private CoreTables() {}

    /** Their names, without the marks and numbers of the database itself. */
    public static Set<String> names() {
        return Migrations.builtIn()
                .statements()
                .filter(statement -> statement.startsWith("create table "))
                .map(statement -> statement.split("[ (]+")[2])
                .filter(table -> !table.equals("write_mark"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Makes a table anew, empty, as the migrations make it; returns whether they know it. */
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
