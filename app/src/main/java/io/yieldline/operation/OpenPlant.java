package io.yieldline.operation;

import io.yieldline.alert.Alerting;
import io.yieldline.health.Doctor;
import io.yieldline.health.Health;
import io.yieldline.health.Metrics;
import io.yieldline.health.Samples;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import io.yieldline.plant.Privacy;
import io.yieldline.plant.ServerTasks;
import io.yieldline.warehouse.BeforeMigration;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Engine;
import io.yieldline.warehouse.Warehouse;
import io.yieldline.warehouse.Warehouses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * A plant with its open database, locked by this process. A server gives each command a {@link #shared} view;
 * operations that change data run one at a time.
 */
public final class OpenPlant implements AutoCloseable {
    private final AtomicReference<PlantParts> parts;
    private final OperationLock lock;
    private final ServerTasks tasks;
    private final Runnable release;

    private OpenPlant(AtomicReference<PlantParts> parts, OperationLock lock, ServerTasks tasks, Runnable release) {
        this.parts = parts;
        this.lock = lock;
        this.tasks = tasks;
        this.release = release;
    }

    /** Opens the plant and updates its tables for feeds, rules and marts. */
    public static OpenPlant open(Plant plant, InstantSource clock) {
        DatabaseReplacement.refuseUnfinished(plant);
        return half(plant, clock);
    }

    /** The same for a database that is new and still to be filled. */
    static OpenPlant half(Plant plant, InstantSource clock) {
        Marts marts = Marts.of(plant.home());
        PlantLock lock = PlantLock.take(plant.home());
        try {
            new Privacy(plant.home()).keep();
            Warehouse warehouse = warehouse(plant, clock);
            try {
                PlantParts parts = new PlantParts(plant, marts, warehouse, clock).prepare();
                return new OpenPlant(new AtomicReference<>(parts), new OperationLock(), new ServerTasks(), () -> {
                    warehouse.close();
                    lock.close();
                });
            } catch (RuntimeException e) {
                warehouse.close();
                throw e;
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The plant itself. */
    public Plant plant() {
        return parts().plant();
    }

    /** Its parts. */
    PlantParts parts() {
        return Objects.requireNonNull(parts.get());
    }

    /** The plant's database. */
    public Warehouse warehouse() {
        return parts().warehouse();
    }

    /** The context of an operation for this caller; it keeps the plant as it is now. */
    public Context context(Progress progress, Caller caller) {
        PlantParts now = parts();
        return new Context(() -> now, progress, caller, lock::running, this::advise, tasks, null);
    }

    /** The context of what lives as long as a server: it follows the plant when its files change. */
    public Context following(Caller caller) {
        return new Context(this::parts, new NoProgress(), caller, lock::running, this::advise, tasks, null);
    }

    /** Works with changed files from now on. Waits for a run that changes data; if they fail, those before stay. */
    public void apply(PlantFiles files) {
        lock.take(true, () -> {
            PlantParts before = parts();
            PlantParts after = files.over(before);
            try {
                parts.set(after.prepare());
            } catch (RuntimeException e) {
                restore(before, e);
                throw e;
            }
            // What was read from the database before depends on rules and settings, too.
            warehouse().writeAll(session -> {});
            return true;
        });
    }

    /**
     * Works from now on with the failure codes, targets and annotations of another reading of the plant. Waits for nothing, because no table depends
     * on them.
     */
    public void advise(Plant other) {
        parts.updateAndGet(
                now -> new PlantParts(now.plant().withAdviceOf(other), now.marts(), now.warehouse(), now.clock()));
    }

    private static void restore(PlantParts before, RuntimeException reason) {
        try {
            before.prepare();
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Checks all settings of changed files, as the parts that use them do. */
    public void check(PlantFiles files) {
        PlantParts after = files.over(parts());
        files.check();
        new Context(() -> after, new NoProgress(), Caller.cli(), lock::running, this::advise, tasks, null)
                .alerting()
                .close();
    }

    /** The latest run of a caller with this reason. */
    public Optional<RunSummary> lastRun(Caller caller) {
        return RunLog.last(warehouse(), caller);
    }

    /** The names of confirmed exports that the database lacks. */
    public List<String> lost() {
        return Doctor.lost(plant(), warehouse());
    }

    /** Adds a listener for ended runs. */
    public void onRun(Consumer<EndedRun> listener) {
        lock.onRun(listener);
    }

    /** The alerts of the plant; a server keeps one instance. */
    public Alerting alerting() {
        return context(new NoProgress(), Caller.cli()).alerting();
    }

    /** What the periodic tasks of this process came to. */
    public ServerTasks tasks() {
        return tasks;
    }

    /** Whether the plant accepts work. */
    public Health health() {
        return new Health(this::parts, following(Caller.cli()).healthInputs());
    }

    /** The metrics of the plant. */
    public Metrics metrics() {
        return new Metrics(this::parts, following(Caller.cli()).healthInputs());
    }

    /** The samples of its sizes. */
    public Samples samples() {
        return new Samples(parts());
    }

    /** What keeps operations that change something from running at the same time. */
    OperationLock lock() {
        return lock;
    }

    /** A view of this plant that must not close it. */
    public OpenPlant shared() {
        return new OpenPlant(parts, lock, tasks, () -> {});
    }

    /** Stops running operations at a safe point, and waits for the one that changes data. */
    public boolean stop(Duration most) {
        return lock.stop(most);
    }

    @Override
    public void close() {
        release.run();
    }

    /**
     * Makes the database of the settings that of the home, whatever both named before, and returns the id of the plant: the one that
     * the database names, else that of the home.
     */
    public static String adopt(Plant plant, InstantSource clock) {
        try (PlantLock lock = PlantLock.take(plant.home());
                Warehouse warehouse = connected(plant, new MigrationBackup(plant, clock))) {
            return new Ownership(plant).settle(warehouse);
        }
    }

    /** The database of the home, which names the same plant. */
    private static Warehouse warehouse(Plant plant, InstantSource clock) {
        Ownership ownership = new Ownership(plant);
        ownership.checkEngine(engine(plant));
        BeforeMigration backup = new MigrationBackup(plant, clock);
        Warehouse warehouse = connected(plant, (opened, schema, supported) -> {
            ownership.check(opened);
            backup.opened(opened, schema, supported);
        });
        try {
            ownership.settle(warehouse);
            return warehouse;
        } catch (RuntimeException e) {
            warehouse.close();
            throw e;
        }
    }

    private static Engine engine(Plant plant) {
        return plant.settings().embedded() ? Engine.DUCKDB : Engine.POSTGRES;
    }

    private static Warehouse connected(Plant plant, BeforeMigration before) {
        return plant.settings().embedded()
                ? Warehouses.openDuckDb(plant.home().database(), limits(plant), before)
                : Warehouses.openPostgres(plant.settings().database(), before);
    }

    static DuckDbLimits limits(Plant plant) {
        return new DuckDbLimits(plant.settings().duckDbMemoryMegabytes(), DuckDbLimits.DEFAULT.threads());
    }
}
