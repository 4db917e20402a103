package io.yieldline.operation;

import io.yieldline.feed.Feeds;
import io.yieldline.health.Doctor;
import io.yieldline.ingest.Rejudging;
import io.yieldline.mart.MartRefresh;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.PlantLock;
import io.yieldline.warehouse.DuckDbLimits;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.util.Optional;

/** A plant with its database open, held for this process. */
public final class OpenPlant implements AutoCloseable {
    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;
    private final InstantSource clock;
    private final PlantLock lock;

    private OpenPlant(Plant plant, Feeds feeds, Warehouse warehouse, InstantSource clock, PlantLock lock) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
        this.clock = clock;
        this.lock = lock;
    }

    /** Takes the plant and brings its tables up to date with feeds, rules and marts. */
    public static OpenPlant open(Plant plant, InstantSource clock) {
        Feeds feeds = Feeds.of(plant.home().feeds());
        PlantLock lock = PlantLock.take(plant.home());
        try {
            Warehouse warehouse = warehouse(plant);
            try {
                FeedTables.prepare(warehouse, feeds);
                new Rejudging(plant, feeds, warehouse).run();
                new MartRefresh(warehouse, plant.rules(), clock).prepare();
                return new OpenPlant(plant, feeds, warehouse, clock, lock);
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
        return plant;
    }

    Context context(Progress progress, Caller caller) {
        return new Context(plant, feeds, warehouse, clock, progress, caller, null);
    }

    /** What keeps the database from being read whole or written, if anything does. */
    Optional<RuntimeException> damage() {
        return Doctor.damage(warehouse);
    }

    @Override
    public void close() {
        warehouse.close();
        lock.close();
    }

    private static Warehouse warehouse(Plant plant) {
        Home home = plant.home();
        if (plant.settings().embedded()) {
            return Warehouse.openDuckDb(
                    home.database(),
                    new DuckDbLimits(plant.settings().duckDbMemoryMegabytes(), DuckDbLimits.DEFAULT.threads()));
        }
        return Warehouse.openPostgres(plant.settings().database());
    }
}
