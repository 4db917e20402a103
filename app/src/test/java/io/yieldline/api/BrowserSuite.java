package io.yieldline.api;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A served plant before a real browser, in which nothing may go wrong that a test does not provoke. */
abstract class BrowserSuite extends ServedSuite {
    Chromium browser;

    /** The plant that is looked at; it skips the tests when it cannot be had. */
    @Override
    abstract ServedPlant plant(Path empty) throws IOException;

    @Override
    @BeforeAll
    void serve(@TempDir Path empty) throws IOException {
        Chromium.assumeThere();
        super.serve(empty);
        browser = Chromium.on(plant);
    }

    @Override
    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        super.stop();
    }

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        browser.nothingWentWrong();
    }
}
