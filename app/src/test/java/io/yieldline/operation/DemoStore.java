package io.yieldline.operation;

import io.yieldline.demo.DemoPlant;
import io.yieldline.demo.DemoSettings;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty plant with its store, and the exports of two weeks of two months, on every engine. */
abstract class DemoStore {
    private static final DemoPlant DEMO = DemoPlant.generate(new DemoSettings(LocalDate.of(2025, 3, 24), 14, 100, 3));

    @TempDir
    Path folder;

    final Engine engine;
    TestPlant plant;
    TestStore store;
    List<Path> exports;

    DemoStore(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
        store = new TestStore(plant);
        exports = new ArrayList<>(DEMO.writeTo(folder.resolve("exports")));
    }

    @AfterEach
    void close() {
        plant.close();
    }
}
