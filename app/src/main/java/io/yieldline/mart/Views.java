package io.yieldline.mart;

import io.yieldline.feed.Feeds;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.WarehouseException;
import io.yieldline.yaml.ResourceFolder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The views over the marts: ratios, summaries, and the tables of the original with their own names. */
public final class Views {
    /** Each may use the views before it. */
    private static final List<String> NAMES = List.of(
            "weekly_summary",
            "rolled_yield_factor",
            "rolled_yield",
            "rolled_yield_weekly",
            "station_yield_summary",
            "packing_weekly",
            "record_counts",
            "etl_v2.workstation_master_log",
            "etl_v2.testboard_master_log",
            "etl_v2.snfn_master_log",
            "etl_v2.packing_daily_summary",
            "etl_v2.sort_test_daily",
            "etl_v2.station_hourly_summary",
            "etl_v2.workstation_pchart_daily",
            "etl_v2.testboard_station_performance_daily",
            "etl_v2.fixture_performance_daily",
            "etl_v2.snfn_aggregate_daily",
            "etl_v2.daily_tpy_metrics",
            "etl_v2.weekly_station_yield",
            "etl_v2.weekly_station_metrics",
            "etl_v2.weekly_tpy_model_metrics",
            "etl_v2.weekly_tpy_metrics");

    private static final List<View> ALL = NAMES.stream()
            .map(name -> View.parse(name, file(name.replace('.', '/'))))
            .toList();

    private final Feeds feeds;
    private final String functions;

    Views(Engine engine, Feeds feeds) {
        this.feeds = feeds;
        this.functions = file("functions-" + engine.name().toLowerCase(Locale.ROOT));
    }

    /** The names of all views; those of the original are in schema {@code etl_v2}. */
    public static List<String> names() {
        return NAMES;
    }

    /** All views. */
    public static List<View> all() {
        return ALL;
    }

    /** The view of this name, if there is one. */
    public static Optional<View> named(String name) {
        return ALL.stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /**
     * Makes the functions and all views over marts and master logs that another DuckDB holds as tables or views; those of tables that it
     * lacks are left out.
     *
     * @return the names of the views that it has now
     */
    public static List<String> over(Session session, Feeds feeds) {
        Views views = new Views(Engine.DUCKDB, feeds);
        session.execute("create schema if not exists etl_v2");
        views.createFunctions(session);
        String schema = session.texts("select current_schema()").get(0);
        return ALL.stream()
                .filter(view -> made(session, view.createStatement(feeds).replace("${schema}", schema)))
                .map(View::name)
                .toList();
    }

    private static boolean made(Session session, String statement) {
        try {
            session.execute(statement);
            return true;
        } catch (WarehouseException e) {
            if (e.missing()) {
                return false;
            }
            throw e;
        }
    }

    /** The functions that views and the SELECTs of marts call in DuckDB, a statement each. */
    public static String duckDbFunctions() {
        return file("functions-duckdb");
    }

    /** The text of all views. */
    String text() {
        return Stream.concat(Stream.of(functions), ALL.stream().map(view -> view.createStatement(feeds)))
                .collect(Collectors.joining(";\n"));
    }

    void drop(Session session) {
        if (session.number("select count(*) from pg_catalog.pg_namespace where nspname = 'etl_v2'") == 0) {
            session.execute("create schema if not exists etl_v2");
        }
        NAMES.forEach(name -> session.execute("drop view if exists " + name + " cascade"));
    }

    /** The functions that views and the SELECTs of marts call. */
    void createFunctions(Session session) {
        session.script(functions);
    }

    void create(Session session) {
        String schema = session.texts("select current_schema()").get(0);
        ALL.forEach(view -> session.execute(view.createStatement(feeds).replace("${schema}", schema)));
    }

    private static String file(String name) {
        return ResourceFolder.text(Views.class, "view/" + name + ".sql");
    }
}
