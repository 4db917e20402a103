package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.yieldline.api.auth.Role;
import io.yieldline.feed.Column;
import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports whose every text is a script, and whose names are too: whatever page shows them shows texts. */
@Tag("browser")
class HostileTextTest extends BrowserSuite {
    private static final String IMAGE = "<img src=x onerror=alert(1)>";
    private static final String SCRIPT = "\"><script>alert(1)</script>";
    private static final Map<String, String> FIRST = Map.of("status", "Fail", "flow", "NC", "model", "Tesla SXM4");
    private static final Map<String, String> SECOND =
            Map.of("status", "Pass", "flow", "NC", "model", "Tesla SXM4", "station", "PACKING");
    private static final String DAY = "2025-04-15";

    @Override
    ServedPlant plant(Path directory) throws IOException {
        List<Path> exports = new ArrayList<>();
        for (Feed feed : Feeds.builtIn().all()) {
            exports.add(export(feed, directory));
        }
        exports.add(Files.writeString(
                directory.resolve("parked " + IMAGE + ".xls"), "<html><title>" + IMAGE + SCRIPT + "</title></html>"));
        ServedPlant served = ServedPlant.on("duckdb", directory, exports);
        served.user("ann", Role.ADMIN);
        return served;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/today?day=" + DAY,
                "/yield",
                "/packing",
                "/stations",
                "/boards",
                "/failures",
                "/unit?serial=1724001",
                "/operations?part=runs",
                "/operations?part=exports",
                "/operations?part=exports&export=1",
                "/operations?part=parked",
                "/operations?part=rejects",
                "/quality",
                "/stations?station=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                "/unit?serial=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
            })
    void isShownAsText(String path) {
        Page page = browser.tab("ann");
        browser.open(page, path);
        hover(page, page.locator(".canvas"));
        isText(page);
        page.evaluate("[...document.querySelectorAll('.menu button')]"
                + ".filter((each) => each.textContent.trim() === 'Table').forEach((each) => each.click())");
        isText(page);
        if (page.locator("a.why").count() > 0) {
            page.locator("a.why").first().click();
            page.waitForSelector(".panel");
            page.waitForCondition(() -> page.locator(".loading").count() == 0);
            isText(page);
        }
        page.close();
        browser.complaints().removeIf(each -> path.startsWith("/unit?serial=%3C") && each.contains("404"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stations",
                "/failures",
                "/unit?serial=1724001",
                "/operations?part=exports",
                "/operations?part=parked"
            })
    void isInDeedOnThePage(String path) {
        Page page = browser.tab("ann");
        browser.open(page, path);
        page.evaluate("[...document.querySelectorAll('.menu button')]"
                + ".filter((each) => each.textContent.trim() === 'Table').forEach((each) => each.click())");
        assertThat(page.locator("main").innerText()).containsIgnoringCase("onerror=alert(1)");
        page.close();
    }

    /** Tooltips are made where the mouse is. */
    private static void hover(Page page, Locator charts) {
        for (Locator chart : charts.all()) {
            chart.scrollIntoViewIfNeeded();
            var box = chart.boundingBox();
            for (int step = 1; box != null && step < 8; step++) {
                page.mouse().move(box.x + box.width * step / 8, box.y + box.height * (step % 3 + 1) / 4);
                page.waitForTimeout(30);
            }
        }
    }

    private static void isText(Page page) {
        assertThat(page.locator("img, main script, [onerror]").count()).isZero();
    }

    /** An export of the feed with two rows in which every text is hostile but for what brings them onto the pages. */
    private static Path export(Feed feed, Path directory) throws IOException {
        String header = feed.columns().stream()
                .map(Column::header)
                .map(HostileTextTest::quoted)
                .collect(Collectors.joining(","));
        return Files.writeString(
                directory.resolve(feed.name() + " " + IMAGE + "\"><svg onload=alert(1)>.csv"),
                String.join("\n", header, row(feed, FIRST, IMAGE), row(feed, SECOND, SCRIPT)) + "\n");
    }

    private static String row(Feed feed, Map<String, String> given, String text) {
        return feed.columns().stream()
                .map(column -> quoted(given.getOrDefault(column.name(), value(column, text))))
                .collect(Collectors.joining(","));
    }

    private static String value(Column column, String text) {
        if (column.lettersAndDigits()) {
            return "1724001";
        }
        return column.type() == ColumnType.TIMESTAMP
                ? DAY + " 08:05:00"
                : column.type() == ColumnType.TEXT || column.type() == ColumnType.IDENTIFIER ? text : "1";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
