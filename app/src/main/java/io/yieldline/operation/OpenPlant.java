package io.yieldline.operation;

import io.yieldline.alert.Alerting;
import io.yieldline.health.Doctor;
import io.yieldline.health.Health;
import io.yieldline.health.Metrics;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.Warehouse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A plant with its database open, held for this process. A server gives each command a {@link #shared} view of the one it
 * holds; operations that change something then wait for each other.
 */
public final class OpenPlant implements AutoCloseable {
    private final PlantParts parts;
    private final OperationLock lock;
    private final Runnable release;

    private OpenPlant(PlantParts parts, OperationLock lock, Runnable release) {
        this.parts = parts;
        this.lock = lock;
        this.release = release;
    }

    /** Takes the plant and brings its tables up to date with feeds, rules and marts. */
    public static OpenPlant open(Plant plant, InstantSource clock) {
        Marts marts = Marts.of(plant.home());
        PlantLock lock = PlantLock.take(plant.home());
        try {
            Warehouse warehouse = warehouse(plant);
            try {
                PlantParts parts = new PlantParts(plant, marts, warehouse, clock);
                parts.prepare();
                return new OpenPlant(parts, new OperationLock(), () -> {
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

    /**
     * Takes a plant whose embedded database may be lost or damaged: one that cannot be read is put aside, and an empty one takes
     * its place, with the run log of the newest verified backup.
     */
    public static OpenPlant recover(Plant plant, InstantSource clock, Consumer<String> note) {
        boolean anew = plant.settings().embedded() && LostDatabase.putAside(plant, limits(plant), clock, note);
        OpenPlant open = open(plant, clock);
        try {
            if (anew) {
                LostDatabase.bringRunLog(open.parts);
            }
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /** The plant itself. */
    public Plant plant() {
        return parts.plant();
    }

    /** The plant's database. */
    public Warehouse warehouse() {
        return parts.warehouse();
    }

    /** What an operation of this caller works with. */
    public Context context(Progress progress, Caller caller) {
        return new Context(parts, progress, caller, lock::running, null);
    }

    /** The latest run of a caller who gave a reason, for this reason. */
    public Optional<RunSummary> lastRun(Caller caller) {
        return RunLog.last(warehouse(), caller);
    }

    /** What keeps the database from being read whole or written, if anything does. */
    public Optional<RuntimeException> damage() {
        return Doctor.damage(warehouse());
    }

    /** The names of exports that were confirmed as loaded and that the database does not have. */
    public List<String> lost() {
        return Doctor.lost(plant(), warehouse());
    }

    /** Tells somebody of every run that ends. */
    public void onRun(Consumer<EndedRun> listener) {
        lock.onRun(listener);
    }

    /** The plant's alerts; a server keeps one of them. */
    public Alerting alerting() {
        return context(new NoProgress(), Caller.cli()).alerting();
    }

    /** Whether the plant takes work. */
    public Health health() {
        return new Health(parts);
    }

    /** The plant in numbers. */
    public Metrics metrics() {
        return new Metrics(parts, context(new NoProgress(), Caller.cli()).healthInputs());
    }

    /** What keeps operations that change something from running at the same time. */
    OperationLock lock() {
        return lock;
    }

    /** The same plant for somebody who must not close it. */
    public OpenPlant shared() {
        return new OpenPlant(parts, lock, () -> {});
    }

    /** Tells operations that run to stop where they can, and waits for the one that changes something. */
    public boolean stop(Duration most) {
        return lock.stop(most);
    }

    @Override
    public void close() {
        release.run();
    }

    private static Warehouse warehouse(Plant plant) {
        Home home = plant.home();
        if (plant.settings().embedded()) {
            return Warehouse.openDuckDb(home.database(), limits(plant));
        }
        return Warehouse.openPostgres(plant.settings().database());
    }

    private static DuckDbLimits limits(Plant plant) {
        return new DuckDbLimits(plant.settings().duckDbMemoryMegabytes(), DuckDbLimits.DEFAULT.threads());
    }
}
