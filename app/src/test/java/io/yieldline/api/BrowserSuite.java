package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A served plant before a real browser, in which nothing may go wrong that a test does not provoke. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserSuite {
    ServedPlant plant;
    Chromium browser;

    /** The plant that is looked at; it skips the tests when it cannot be had. */
    abstract ServedPlant plant(Path directory) throws IOException;

    @BeforeAll
    void serve(@TempDir Path directory) throws IOException {
        Chromium.assumeThere();
        plant = plant(directory);
        browser = Chromium.on(plant);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
            plant.close();
            assertThat(plant.failures()).isEmpty();
        }
    }

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        browser.nothingWentWrong();
    }
}
