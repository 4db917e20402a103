package io.yieldline.alert;

import io.yieldline.TinyExport;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.Ingest;
import io.yieldline.ingest.SilentProgress;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a new plant with alerts, on every engine. */
abstract class AlertSuite {
    @TempDir
    Path temp;

    AlertedPlant plant;

    /** A new, empty warehouse. */
    abstract Warehouse warehouse();

    @BeforeEach
    void open() {
        plant = new AlertedPlant(warehouse(), temp, "");
    }

    @AfterEach
    void close() {
        plant.close();
    }

    /** What is wrong now, a line for each condition, with the home left out of the commands. */
    List<String> said() {
        plant.alerting().evaluate();
        return plant
                .warehouse()
                .read(session -> session.texts("select title || ': ' || detail || '; ' || link"
                        + " from alert where resolved_at is null order by id"))
                .stream()
                .map(line -> line.replaceAll("--home \\S+ ", ""))
                .toList();
    }

    void load(String... rows) {
        new Ingest(Plant.open(plant.home), Feeds.builtIn(), plant.warehouse(), () -> plant.now)
                .load(List.of(TinyExport.write(temp.resolve("rows.csv"), rows)), null, null, new SilentProgress());
    }
}
