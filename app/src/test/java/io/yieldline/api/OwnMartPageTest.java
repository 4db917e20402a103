package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of a plant's own marts: chart, table and filters come from the header of each file. */
@Tag("browser")
class OwnMartPageTest extends DashboardSuite {
    private static final String DAYS = "&from=2025-04-15&to=2025-04-16";

    @Override
    ServedPlant plant(Path empty) {
        return OwnMartRoutesTest.withOwn(empty);
    }

    @Test
    void standsInTheNavigation() {
        open("/today?day=2025-04-16");

        assertThat(texts("nav a")).contains("Marts");
    }

    @Test
    void ratiosAreDrawnByDay() {
        open("/marts?mart=torque_daily" + DAYS);

        assertThat(text(chart("Screws by driver and day: days") + " .note"))
                .isEqualTo("Right first time: share of the screws that passed.");
        table("Screws by driver and day: days");
        assertThat(texts(chart("Screws by driver and day: days") + " tbody tr"))
                .extracting(row -> row.replaceAll("\\s+", " ").strip())
                .containsExactly("Tue 15 Apr 2 2 100.00 %2 of 2", "Wed 16 Apr 1 0 0.00 %0 of 1");
    }

    @Test
    void keysAreFilters() {
        open("/marts?mart=torque_daily&station=D2" + DAYS);

        assertThat(column("Screws by driver and day", 3)).containsExactly(1L);
        assertThat(texts(".filters label")).anyMatch(label -> label.startsWith("Station"));
    }

    @Test
    void aNumberLeadsToItsRecords() {
        open("/marts?mart=torque_daily&station=D1" + DAYS);
        page.locator(chart("Screws by driver and day") + " tbody a.why").click();
        page.waitForSelector(".panel tbody tr");

        assertThat(texts(".panel tbody tr"))
                .filteredOn(row -> row.contains("torque.csv"))
                .hasSize(2);
    }

    @Test
    void aFeedWhoseFileIsGoneIsNamed() {
        feed("torque", "laser");
        open("/operations");

        assertThat(texts("#page .notice"))
                .contains(
                        "feed laser: its file is gone, so that 1 loaded export of it can be seen nowhere; put it back.");
        feed("laser", "torque");
    }

    private void feed(String from, String to) {
        plant.warehouse()
                .writeAll(session ->
                        session.execute("update export set feed = '%s' where feed = '%s'".formatted(to, from)));
    }

    @Test
    void aRefusedFileIsNamedWithItsReason() {
        open("/marts");

        assertThat(text("#page .notice"))
                .isEqualTo("half is not in use: marts/half.sql:12: \"-- title:\" is missing above");
        assertThat(text("h1")).isEqualTo("Marts");
    }
}
