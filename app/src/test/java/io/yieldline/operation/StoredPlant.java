package io.yieldline.operation;

import io.yieldline.warehouse.Engine;
import org.junit.jupiter.api.BeforeEach;

/** An empty plant with its store, on every engine. */
abstract class StoredPlant extends EnginePlant {
    TestStore store;

    StoredPlant(Engine engine) {
        super(engine);
    }

    @BeforeEach
    void open() {
        store = new TestStore(plant);
    }
}
