package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.yieldline.api.auth.Actor;
import io.yieldline.api.auth.Role;
import io.yieldline.api.auth.TokenScope;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How one gets from page to page, from a number to its units, and what the screen at the wall shows. */
@Tag("browser")
class WaysAroundTest extends DashboardSuite {
    @Override
    ServedPlant plant(Path empty) throws IOException {
        return ServedPlant.on(empty);
    }

    @Test
    void navigation_hasItsGroups_andTakesTheFiltersAlong() {
        open("/yield?from=2025-04-14&to=2025-04-20&model=Tesla+SXM4&grain=week");

        assertThat(texts("nav[aria-label=Pages] h2")).containsExactly("Floor", "Quality", "Units", "Operate");
        page.locator("nav >> text=Packing").click();
        page.waitForURL("**/packing?from=2025-04-14&to=2025-04-20&model=Tesla+SXM4");
    }

    @Test
    void search_findsPages_andSerialNumbers() {
        open("/today?day=2025-04-16");
        for (int again = 0; again < 5; again++) { // Faster than anybody types: nothing that is typed is lost.
            page.keyboard().press("Control+k");
            page.keyboard().type("control");
            page.waitForSelector("[role=option]:has-text('Control charts')");
            page.keyboard().press("Escape");
        }
        page.keyboard().press("Control+k");
        page.keyboard().type("1724002");
        page.waitForSelector("[role=option]:has-text('serial number')");
        page.keyboard().press("Enter");

        page.waitForURL("**/unit?serial=1724002");
        assertThat(page.locator("dialog").count()).isZero();
    }

    @Test
    void numberOverSeveralDays_leadsToItsFailedUnits_firstInWords() {
        open("/stations?why=station_yield_daily%3Fstation%3DFI%26from%3D2025-04-14%26to%3D2025-04-20");

        assertThat(text("dialog .cell")).isEqualTo("Mon 14 Apr to Sun 20 Apr · station FI");
        assertThat(text("dialog .cell + p"))
                .isEqualTo("3 total, 2 passed, 1 failed, 0 unjudged; yield 66.67 % (2 of 3).");
        assertThat(text("dialog h3")).isEqualTo("1 failed unit");
        assertThat(texts("dialog [aria-label='Failed units'] tbody td"))
                .containsExactly("1724002", "Tesla SXM4", "FI", "15 Apr 2025 08:15:00", "1", "3", "1");
        assertThat(page.locator("dialog [data-definition]").getAttribute("open"))
                .isNull();
    }

    @Test
    void whyOfAChart_isAboutTheWholeChart() {
        open("/packing?from=2025-04-14&to=2025-04-20&week=2025-W16");
        page.locator(chart("Packed by day, 2025-W16") + " a:text-is('Why?')").click();
        page.waitForSelector("dialog .row h3");

        assertThat(text("dialog .row h3")).isEqualTo("1 record");
        open("/yield?from=2025-04-14&to=2025-04-20");
        page.locator(chart("Yield of all stations by day") + " a:text-is('Why?')")
                .click();
        page.waitForSelector("dialog .row h3");

        assertThat(page.url()).contains("from%3D2025-04-15").contains("to%3D2025-04-19");
    }

    @Test
    void linkToAFinding_leadsThroughTheLoginToIt() {
        plant.warehouse()
                .writeAll(session -> session.execute(
                        "insert into finding (id, kind, model, station, fixture, error_code, part_number, improvement, since,"
                                + " known, known_at, first_refresh, seen, units, failed, expected, beyond, p_value, ruled_out, sentence)"
                                + " values ('b4c90062', 'shift', 'Tesla SXM4', 'FI', '', '', '', false, date '2025-04-15',"
                                + " date '2025-04-16', timestamp '2025-04-17 08:00:00', 1, date '2025-04-16', 2, 1, 0.1, 0.9,"
                                + " '1.000e-05', '', 'Tesla SXM4 fails FI at 50.0 %.')"));
        Page visitor = browser.window(new Browser.NewContextOptions());
        visitor.navigate(browser.address("/findings?id=b4c90062"));
        visitor.getByLabel("User").fill("boss");
        visitor.getByLabel("Password").fill(ServedPlant.PASSWORD);
        visitor.keyboard().press("Enter");
        visitor.waitForSelector("h2:text-is('Tesla SXM4 fails FI at 50.0 %.')");

        assertThat(visitor.url()).endsWith("/findings?id=b4c90062");
        assertThat(visitor.locator("h2:text-is('Suspects and what was ruled out')")
                        .count())
                .isEqualTo(1);
        visitor.setViewportSize(390, 844);
        assertThat(visitor.locator("form[aria-label=Note] input").count()).isEqualTo(1);
        visitor.waitForTimeout(500);
        assertThat(visitor.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        visitor.context().close();
        browser.complaints().removeIf(complaint -> complaint.contains("401"));
    }

    @Test
    void wall_needsATokenOnce_keepsItsPictureWithItsAge_andHasNoControls() {
        plant.user("wall", Role.VIEWER);
        String token = plant.tokens().create("wall", "hall 3", TokenScope.WALL, 1, new Actor("test", "test"));
        Page wall = browser.window(new Browser.NewContextOptions().setViewportSize(3840, 2160));
        wall.clock().install();
        wall.navigate(browser.address("/wall"));
        wall.waitForSelector("p:has-text('This screen needs a token')");
        wall.navigate(browser.address("/wall#" + token));
        wall.reload();
        wall.waitForSelector("main[data-screen]");

        assertThat(wall.url()).doesNotContain(token);
        assertThat(wall.locator("button, input, select, a").count()).isZero();
        assertThat(wall.evaluate("document.documentElement.scrollWidth")).isEqualTo(3840);
        assertThat(smallest(wall)).isGreaterThan(60);
        wall.route("**/api/v1/**", route -> route.abort());
        wall.clock().runFor(Duration.ofMinutes(7).toMillis());
        wall.waitForSelector("main.aged");

        assertThat(wall.locator("[data-age]").innerText())
                .matches("As of 08:00, \\d minutes old: the server cannot be reached");
        browser.complaints().removeIf(each -> each.contains("401") || each.contains("ERR_FAILED"));
        wall.context().close();
    }

    @Test
    void wall_loadsItselfAgain_afterAnUpgrade() {
        Page wall = browser.logIn("boss");
        wall.clock().install();
        browser.open(wall, "/wall");
        wall.evaluate("window.before = true");
        wall.route(
                "**/wall",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>new</title><!-- /web/0123/app.js -->")));
        wall.clock().runFor(61_000);

        wall.waitForCondition(() -> wall.title().equals("new"));
        browser.complaints().clear();
        wall.context().close();
    }

    /** The height of the smallest letters in pixels. */
    private static int smallest(Page wall) {
        return ((Number) wall.evaluate("Math.min(...[...document.querySelectorAll('main *')]"
                        + ".filter((each) => each.textContent.trim() && !each.children.length)"
                        + ".map((each) => parseFloat(getComputedStyle(each).fontSize)))"))
                .intValue();
    }
}
