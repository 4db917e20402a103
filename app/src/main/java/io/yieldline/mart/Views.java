package io.yieldline.mart;

import io.yieldline.warehouse.Session;
import io.yieldline.yaml.YamlNode;
import java.util.List;
import java.util.stream.Collectors;

/** The views over the marts: ratios, summaries, and the tables of the original under their own names. */
public final class Views {
    private static final List<String> NAMES = List.of();

    /** The names of all views; those of the original stand in schema {@code etl_v2}. */
    public static List<String> names() {
        return NAMES;
    }

    /** All that the views are made of, as one text. */
    String text() {
        return NAMES.stream().map(Views::select).collect(Collectors.joining(";\n"));
    }

    void drop(Session session) {
        NAMES.forEach(name -> session.execute("drop view if exists " + name + " cascade"));
    }

    void create(Session session) {
        session.execute("create schema if not exists etl_v2");
        String schema = session.texts("select current_schema()").get(0);
        NAMES.forEach(name ->
                session.execute("create view " + name + " as " + select(name).replace("${schema}", schema)));
    }

    private static String select(String name) {
        return YamlNode.resourceText(Views.class, "view/" + name.replace('.', '/') + ".sql");
    }
}
