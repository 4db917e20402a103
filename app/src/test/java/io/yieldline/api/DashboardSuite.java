package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of a plant in a real browser, before somebody who may see everything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DashboardSuite {
    /** A day and a week with production in each plant that is looked at. */
    static final String DAY = "2025-05-22";

    static final String WEEK = "2025-W21";

    ServedPlant plant;
    Chromium browser;
    Page page;

    /** The plant that is looked at; it skips the tests when it cannot be had. */
    abstract ServedPlant plant(Path directory);

    @BeforeAll
    void serve(@TempDir Path directory) {
        Chromium.assumeThere();
        plant = plant(directory);
        plant.check();
        plant.user("boss", Role.ADMIN);
        browser = Chromium.on(plant);
    }

    @AfterAll
    void stop() {
        if (plant != null) {
            browser.close();
            plant.close();
            assertThat(plant.failures()).isEmpty();
        }
    }

    @BeforeEach
    void logIn() {
        page = browser.logIn("boss");
    }

    @AfterEach
    void nothingWentWrongInTheBrowser() {
        page.context().close();
        browser.nothingWentWrong();
    }

    void open(String path) {
        browser.open(page, path);
    }

    /** Turns a chart to its table. */
    void table(String title) {
        page.locator(chart(title) + " button:text-is('Table')").click();
        page.waitForSelector(chart(title) + " table");
    }

    static String chart(String title) {
        return "section.card:has(h2:text-is(\"" + title + "\"))";
    }

    /** The numbers of a column of a chart's table, from 1. */
    List<Long> column(String title, int place) {
        return texts(chart(title) + " tbody td:nth-child(" + place + ")").stream()
                .map(DashboardSuite::number)
                .toList();
    }

    String text(String selector) {
        return page.locator(selector).first().innerText();
    }

    List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts();
    }

    static long number(String text) {
        return Long.parseLong(text.replace(",", "").strip());
    }

    String count(String sql) {
        return String.format(Locale.ROOT, "%,d", numbers(sql).get(0));
    }

    List<Long> numbers(String sql) {
        return plant.warehouse().read(session -> session.query(sql, row -> row.getLong(1)));
    }

    List<String> words(String sql) {
        return plant.warehouse().read(session -> session.texts(sql));
    }
}
