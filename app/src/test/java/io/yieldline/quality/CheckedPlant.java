package io.yieldline.quality;

import io.yieldline.TinyExport;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.Ingest;
import io.yieldline.ingest.IngestProgress;
import io.yieldline.mart.MartRefresh;
import io.yieldline.mart.Scope;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.FeedTables;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plant with the tiny export loaded and its marts built; whoever wants to plants an error in it. */
final class CheckedPlant implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));

    private final Plant plant;
    private final Warehouse warehouse;
    private final Path folder;

    private CheckedPlant(Plant plant, Warehouse warehouse, Path folder) {
        this.plant = plant;
        this.warehouse = warehouse;
        this.folder = folder;
    }

    static CheckedPlant on(Warehouse warehouse, Path folder) {
        Home home = new Home(folder.resolve("plant"));
        Plant plant = Plant.init(home, "plant", ZoneId.of("America/New_York"), Profile.PLANT);
        FeedTables.prepare(warehouse, Feeds.builtIn());
        CheckedPlant checked = new CheckedPlant(plant, warehouse, folder);
        checked.load(TinyExport.write(folder));
        checked.refresh();
        return checked;
    }

    void load(Path export) {
        new Ingest(plant, Feeds.builtIn(), warehouse, CLOCK).load(List.of(export), null, null, new Silent());
    }

    void refresh() {
        new MartRefresh(warehouse, plant.rules(), CLOCK)
                .refresh(new Scope.Recent(), List.of(), (mart, number, count) -> {});
    }

    void change(String statement) {
        warehouse.writeAll(session -> session.execute(statement));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    CheckReport check(String name) {
        return check(name, null, null);
    }

    CheckReport check(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        return Checks.named(name).run(new Inspection(warehouse, Feeds.builtIn(), plant.rules(), CLOCK, from, to));
    }

    @Override
    public void close() {
        warehouse.close();
    }

    private static final class Silent implements IngestProgress {
        @Override
        public void planned(int exports, long bytes) {}

        @Override
        public void done(ExportReport report, long bytes) {}

        @Override
        public void note(String message) {}
    }
}
