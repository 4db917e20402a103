package io.yieldline.api;

import com.microsoft.playwright.Page;
import io.yieldline.api.auth.Role;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The dashboard of a plant in a real browser, before somebody who may see everything. */
abstract class DashboardSuite extends BrowserSuite {
    /** A day and a week with production in each plant that is looked at. */
    static final String DAY = "2025-05-22";

    static final String WEEK = "2025-W21";

    Page page;

    @BeforeAll
    void prepare() {
        plant.check();
        plant.user("boss", Role.ADMIN);
    }

    @BeforeEach
    void logIn() {
        page = browser.tab("boss");
    }

    @AfterEach
    void logOut() {
        page.close();
    }

    void open(String path) {
        browser.open(page, path);
    }

    /** Turns a chart to its table. */
    void table(String title) {
        tool(title, "Table");
        page.waitForSelector(chart(title) + " table");
    }

    /** Chooses an entry of the menu of a chart. */
    void tool(String title, String entry) {
        tool(page, chart(title), entry);
    }

    static void tool(Page page, String section, String entry) {
        page.locator(section + " .menu summary").click();
        page.locator(section + " .menu button:text-is('" + entry + "')").click();
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
