package io.yieldline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.Prepared;
import io.yieldline.TinyExport;
import io.yieldline.ingest.SilentProgress;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.TestDatabases;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.WarehouseException;
import io.yieldline.warehouse.Warehouses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plant with something loaded and its marts built; whoever wants to plants an error in it. */
final class CheckedPlant implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));

    private Plant plant;
    private InstantSource clock = CLOCK;
    private final Warehouse warehouse;
    private final Path folder;

    private CheckedPlant(Plant plant, Warehouse warehouse, Path folder) {
        this.plant = plant;
        this.warehouse = warehouse;
        this.folder = folder;
    }

    /** The tiny export, loaded and counted. */
    static CheckedPlant on(Warehouse warehouse, Path folder) {
        CheckedPlant checked = empty(warehouse, folder);
        checked.load(TinyExport.write(folder));
        checked.refresh();
        return checked;
    }

    /** A plant without records. */
    static CheckedPlant empty(Warehouse warehouse, Path folder) {
        Home home = new Home(folder.resolve("plant"));
        Plant plant = Plant.init(home, "plant", ZoneId.of("America/New_York"), Profile.PLANT);
        new PlantParts(plant, Marts.of(home), warehouse, CLOCK).prepare();
        return new CheckedPlant(plant, warehouse, folder);
    }

    /** Six good weeks, which are loaded and counted once per JVM, and copied. */
    static CheckedPlant sixWeeks(Engine engine, Path folder) {
        String name = "six-weeks-" + engine;
        Prepared.copy(name, folder, original -> TestDatabases.keep(name, filled(engine, original)));
        Home home = new Home(folder.resolve("plant"));
        CheckedPlant copy =
                new CheckedPlant(Plant.open(home), opened(TestDatabases.like(name), engine, folder), folder);
        copy.change("update export set file_name = '" + folder + "/' || split_part(file_name, '/', -1)");
        return copy;
    }

    private static String filled(Engine engine, Path folder) {
        String database = TestDatabases.fresh(engine);
        try (CheckedPlant plant = empty(opened(database, engine, folder), folder)) {
            plant.load(SixWeeks.workstation(folder));
            plant.load(SixWeeks.testboard(folder));
            plant.refresh();
        }
        return database;
    }

    private static Warehouse opened(String database, Engine engine, Path folder) {
        return engine == Engine.DUCKDB
                ? Warehouses.openDuckDb(folder.resolve("warehouse.duckdb"), DuckDbLimits.DEFAULT)
                : Warehouses.openPostgres(database);
    }

    /** Replaces a text in the settings. */
    void set(String before, String after) {
        rewrite(plant.home().settingsFile(), before, after);
    }

    /** Replaces a text in the rules. */
    void rule(String before, String after) {
        rewrite(plant.home().rulesFile(), before, after);
    }

    /** Puts a definition into the home. */
    void define(Path folder, String name, String text) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(name), text);
            plant = Plant.open(plant.home());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Home home() {
        return plant.home();
    }

    /** Sets the clock. */
    void at(String instant) {
        clock = InstantSource.fixed(Instant.parse(instant));
    }

    private void rewrite(Path file, String before, String after) {
        try {
            String text = Files.readString(file);
            assertThat(text).contains(before);
            Files.writeString(file, text.replace(before, after));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        plant = Plant.open(plant.home());
    }

    private PlantParts parts(InstantSource time) {
        return new PlantParts(plant, Marts.of(plant.home()), warehouse, time);
    }

    /** Brings tables and derived columns up to date with feeds and rules, as opening a plant does. */
    void prepare() {
        parts(CLOCK).prepare();
    }

    void load(Path export) {
        parts(CLOCK).ingest().load(List.of(export), null, null, new SilentProgress());
    }

    void refresh() {
        parts(CLOCK).refresh().refresh(new Scope.Recent(), List.of(), (mart, number, count) -> {});
    }

    void change(String statement) {
        warehouse.writeAll(session -> session.execute(statement));
    }

    CheckHistory history() {
        return new CheckHistory(warehouse);
    }

    /** As it was opened last. */
    Plant plant() {
        return plant;
    }

    /** A single text. */
    String text(String query) {
        return warehouse.read(session -> session.texts(query)).get(0);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    CheckReport check(String name) {
        return check(name, null, null);
    }

    CheckReport check(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        return check(Checks.of(plant).named(name), from, to);
    }

    CheckReport check(Check check, @Nullable LocalDate from, @Nullable LocalDate to) {
        return check.run(new Inspection(parts(clock), from, to), WarehouseException::line);
    }

    @Override
    public void close() {
        warehouse.close();
    }
}
