package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a new plant on either engine. */
public abstract class EnginePlant {
    @TempDir
    protected Path folder;

    protected final Engine engine;
    protected TestPlant plant;

    protected EnginePlant(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    final void openPlant() {
        plant = TestPlant.on(engine, folder.resolve("home"));
    }

    @AfterEach
    final void closePlant() {
        plant.close();
    }
}
