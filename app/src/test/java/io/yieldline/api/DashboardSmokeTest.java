package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The dashboard of the five rows opens in a browser after a login; all else about its pages is in the lane browser. */
class DashboardSmokeTest extends DashboardSuite {
    @Override
    ServedPlant plant(Path empty) throws IOException {
        return ServedPlant.on(empty);
    }

    @Test
    void today_hasTheNumbersOfTheMarts() {
        open("/today?day=2025-04-16");

        assertThat(text("h1")).isEqualTo("Today");
        assertThat(text("[data-tile=packed] .figure")).isEqualTo("1");
        assertThat(text("[data-tile=scrap] .figure")).isEqualTo("0");
    }
}
