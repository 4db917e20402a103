package io.yieldline.operation;

import io.yieldline.Prepared;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.Inbox;
import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.operation.load.AggregateOperation;
import io.yieldline.operation.load.AggregateOperation.Aggregated;
import io.yieldline.operation.load.InboxOperation;
import io.yieldline.operation.load.InboxOperation.Taken;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.IngestOperation.Loaded;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.BulkColumn;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.StoredTables;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.TableSum;
import io.yieldline.warehouse.TestDatabases;
import io.yieldline.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plant in a home of its own on either engine, worked with through its operations as the commands do. */
public final class TestPlant implements AutoCloseable {
    private Instant now = Instant.parse("2025-06-02T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Home home;
    private final String database;
    private final Heard heard = new Heard();
    private OpenPlant open;

    private TestPlant(Home home, String database) {
        this.home = home;
        this.database = database;
        this.open = opened();
    }

    /** A new plant under the plant's rules. */
    public static TestPlant on(Engine engine, Path directory) {
        return on(engine, directory, Profile.PLANT);
    }

    /** A new plant. */
    public static TestPlant on(Engine engine, Path directory, Profile profile) {
        String name = "empty-" + engine + "-" + profile;
        Prepared.copy(name, directory, home -> made(name, on(TestDatabases.fresh(engine), home, profile)));
        return new TestPlant(new Home(directory), TestDatabases.like(name));
    }

    /**
     * A copy of a plant that is filled once per JVM, in {@code home} of a folder.
     *
     * @param fill fills a new plant and may leave files beside its home, which are copied too
     */
    public static TestPlant copy(String title, Engine engine, Path folder, BiConsumer<TestPlant, Path> fill) {
        String name = title + "-" + engine;
        Prepared.copy(name, folder, original -> {
            TestPlant plant = on(TestDatabases.fresh(engine), original.resolve("home"), Profile.PLANT);
            fill.accept(plant, original);
            made(name, plant);
        });
        return new TestPlant(new Home(folder.resolve("home")), TestDatabases.like(name));
    }

    private static void made(String name, TestPlant plant) {
        plant.close();
        TestDatabases.keep(name, plant.database);
    }

    /** A new plant in a database that is there already. */
    public static TestPlant on(String database, Path directory, Profile profile) {
        Home home = new Home(directory);
        Plant.init(home, "test", ZoneId.of("America/New_York"), profile);
        withoutSnapshots(home);
        return new TestPlant(home, database);
    }

    /** Most tests read no snapshot: those that do take one themselves. */
    private static void withoutSnapshots(Home home) {
        try {
            Files.writeString(
                    home.settingsFile(),
                    "\nstore:\n  after_refresh: false\n  grace_hours: 0\n",
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plant with the embedded database that is there already, as another process finds it. */
    public static TestPlant again(Path directory) {
        return again(directory, "duckdb");
    }

    /** A plant with a database that is there already. */
    public static TestPlant again(Path directory, String database) {
        return new TestPlant(new Home(directory), database);
    }

    /** Closes the plant and opens it again, as the next command does. */
    public void reopen() {
        close();
        open = opened();
    }

    /** The plant's directory. */
    public Home home() {
        return home;
    }

    /** The setting {@code database}. */
    public String database() {
        return database;
    }

    /** The plant's database. */
    public Warehouse warehouse() {
        return open.context(heard, Caller.cli()).warehouse();
    }

    /** What was said beside the reports. */
    public List<String> notes() {
        return heard.notes();
    }

    /** Asks a question, which is not kept. */
    public <P, R extends Result> R ask(Operation<P, R> operation, P parameters) {
        return new Runner(open, clock, Caller.cli()).ask(operation, parameters, heard);
    }

    /** The sums of all tables but those that tell of runs, by their names. */
    public Map<String, TableSum> sums() {
        return warehouse().read(session -> {
            Map<String, TableSum> sums = new TreeMap<>();
            StoredTables.of(session)
                    .forEach((table, columns) -> sums.put(
                            table,
                            TableSum.of(
                                    session,
                                    table,
                                    columns.stream().map(BulkColumn::name).toList())));
            List.of("run", "recovery", "mart_refresh").forEach(sums::remove);
            return sums;
        });
    }

    /** Loads one export. */
    public ExportReport load(Path export) {
        return load(List.of(export)).exports().get(0);
    }

    /** Loads exports in this order. */
    public Loaded load(List<Path> exports) {
        return load(exports, null);
    }

    /** Loads exports and parks those with a greater share of rejected rows. */
    public Loaded load(List<Path> exports, @Nullable BigDecimal maxRejected) {
        return run(new IngestOperation(), new IngestOperation.Parameters(exports, maxRejected));
    }

    /** Takes what is ready in the inbox, as a command does, or as somebody does who watches it. */
    public Taken takeInbox(@Nullable Inbox watched) {
        return run(new InboxOperation(), new InboxOperation.Parameters(watched));
    }

    /** The plant, wired. */
    public PlantParts parts() {
        return open.parts();
    }

    /** The plant as the operations see it. */
    public Plant plant() {
        return open.plant();
    }

    /** The time, which stands still. */
    public Instant now() {
        return now;
    }

    /** Moves the time. */
    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** Refreshes what is stale. */
    public Aggregated refresh() {
        return aggregate(new Scope.Recent());
    }

    /** Builds all marts from nothing. */
    public Aggregated rebuild() {
        return aggregate(new Scope.All());
    }

    /** The answer to a query. */
    public Table table(String sql) {
        return warehouse().read(session -> session.table(sql));
    }

    /** The answer to a query, each row as text in which a blank is empty. */
    public List<String> lines(String sql) {
        return lines(table(sql));
    }

    /** A number. */
    public long number(String sql) {
        return warehouse().read(session -> session.number(sql));
    }

    /** All marts, each as its rows in order. */
    public Map<String, List<String>> marts() {
        Map<String, List<String>> marts = new TreeMap<>();
        for (Mart mart : Marts.builtIn().all()) {
            marts.put(mart.name(), sorted(lines("select * from " + mart.name())));
        }
        return marts;
    }

    /** The rows of a table as text, which export they came from left out. */
    public List<String> content(String table) {
        Table all = table("select * from " + table);
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < all.columns().size(); i++) {
            if (!List.of("export_id", "row_number").contains(all.columns().get(i))) {
                kept.add(i);
            }
        }
        return sorted(all.rows().stream()
                .map(row -> kept.stream().map(i -> CsvTable.text(row.get(i))).collect(Collectors.joining("|")))
                .toList());
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    private Aggregated aggregate(Scope scope) {
        return run(new AggregateOperation(), new AggregateOperation.Parameters(scope, List.of()));
    }

    /** Runs an operation, which is kept in the run log. */
    public <P, R extends Result> R run(Operation<P, R> operation, P parameters) {
        return new Runner(open, clock, Caller.cli()).run(operation, parameters, heard);
    }

    private OpenPlant opened() {
        Plant plant = Plant.open(home);
        return OpenPlant.open(plant.with(plant.settings().withDatabase(database)), clock);
    }

    private static List<String> lines(Table table) {
        return table.rows().stream()
                .map(row -> row.stream().map(CsvTable::text).collect(Collectors.joining(",")))
                .toList();
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
