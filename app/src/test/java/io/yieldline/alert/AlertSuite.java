package io.yieldline.alert;

import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
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
}
