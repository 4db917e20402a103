package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty plant with its store, on every engine. */
abstract class StoredPlant {
    @TempDir
    Path folder;

    final Engine engine;
    TestPlant plant;
    TestStore store;

    StoredPlant(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
        store = new TestStore(plant);
    }

    @AfterEach
    void close() {
        plant.close();
    }
}
