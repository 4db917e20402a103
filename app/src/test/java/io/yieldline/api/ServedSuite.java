package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One served plant for all tests of a class, in which nothing may go wrong that is no client's fault. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServedSuite {
    ServedPlant plant;
    Path directory;

    /** The plant that is served: five rows, unless a class needs others. */
    ServedPlant plant(Path empty) throws IOException {
        return ServedPlant.on(empty);
    }

    @BeforeAll
    void serve(@TempDir Path empty) throws IOException {
        directory = empty;
        plant = plant(empty);
    }

    @AfterAll
    void stop() {
        if (plant != null) {
            plant.close();
            assertThat(plant.failures()).isEmpty();
        }
    }
}
