package io.yieldline.ingest;

import io.yieldline.operation.TestPlant;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a new plant on either engine. */
abstract class PlantSuite {
    @TempDir
    Path folder;

    private final Engine engine;
    TestPlant plant;

    PlantSuite(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
    }

    @AfterEach
    void close() {
        plant.close();
    }

    Engine engine() {
        return engine;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path xlsx(String name, int dayOfApril, Step... steps) {
        return Step.xlsx(file(name + ".xlsx"), dayOfApril, steps);
    }
}
