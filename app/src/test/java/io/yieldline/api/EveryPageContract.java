package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.SavedQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, in light and dark, on a wall screen and on a phone. */
abstract class EveryPageContract extends RecordPagesContract {
    /** Addresses that show what the plain pages do not; %s is a serial number, %f a finding. */
    private static final List<String> DEEPER = List.of(
            "/packing?why=packing_daily%3Fday%3D" + DAY,
            "/stations?span=week&week=" + WEEK + "&repair=yes&low=yes",
            "/yield?grain=week&differ=" + WEEK + "+Tesla+SXM4",
            "/boards?by=station",
            "/failures?by=fixture",
            "/codes?code=EC006",
            "/unit?serial=%s",
            "/operations?part=schedule",
            "/operations?part=exports",
            "/operations?part=parked",
            "/operations?part=rejects",
            "/operations?part=backups",
            "/operations?part=metrics",
            "/quality?check=fixture_names",
            "/admin?part=tokens",
            "/admin?part=audit",
            "/admin?part=settings",
            "/admin?part=rules",
            "/account",
            "/reference?about=marts",
            "/reports?report=1",
            "/findings?id=%f",
            "/sql?saved=days",
            "/nowhere");

    private static final String DAYS = "select day, sum(passed) as passed from station_yield_daily where day >= {from}"
            + " and station in {stations} group by day";

    private static final LocalDateTime SAVED = LocalDateTime.parse("2025-06-01T08:00:00");

    /** axe's rules, as the page runs them: what breaks them, with the elements. */
    private static final String VIOLATIONS = "() => axe.run().then((found) => found.violations"
            + ".filter((each) => ['serious', 'critical'].includes(each.impact))"
            + ".map((each) => each.id + ': ' + each.nodes.map((node) => node.html).join(' ')))";

    /** Whether the charts have the width of the window. */
    private static final String DRAWN = "() => [...document.querySelectorAll('.canvas canvas')]"
            + ".every((each) => Math.abs(each.clientWidth - each.closest('.canvas').clientWidth) < 2)";

    @ParameterizedTest
    @MethodSource("windows") // Of the class that inherits.
    void everyPage_fits_andIsOpenToEverybody(ColorScheme colours, int width, int height) throws IOException {
        page.close();
        page = browser.logIn(
                "boss", new Browser.NewContextOptions().setColorScheme(colours).setViewportSize(width, height));
        open("/account");
        List<String> plain = plain();
        String axe = script("axe.min.js") + ";0";
        String overlaps = script("overlaps.js");
        List<String> wrong = new ArrayList<>();
        for (String path : Stream.concat(plain.stream(), deeper()).toList()) {
            open(path);
            Object wide = page.evaluate("document.documentElement.scrollWidth");
            if (!wide.equals(width)) {
                wrong.add(path + " is " + wide + " wide");
            }
            if (colours == ColorScheme.LIGHT || plain.contains(path)) {
                page.evaluate(axe);
                ((List<?>) page.evaluate(VIOLATIONS)).forEach(each -> wrong.add(path + ": " + each));
            }
            overlaps(overlaps, width, height).forEach(each -> wrong.add(path + ": " + each));
        }
        page.context().close();
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPage_hasItsTitle_andAWayAroundTheNavigation() {
        open("/account");
        for (String path : plain()) {
            open(path);
            page.locator("a.skip").focus();
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("page");
            assertThat(page.title()).isEqualTo(text("h1") + " · Yieldline");
        }
    }

    /** The pages of the navigation. */
    List<String> plain() {
        return page.locator("nav[aria-label=Pages] a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private Stream<String> deeper() {
        String serial = words("select min(serial_number) from testboard_master_log where verdict = 'fail'")
                .get(0);
        List<String> findings = words("select id from finding where ended is null and kind <> 'alert' order by id");
        new SavedQueries(plant.warehouse()).save(new SavedQuery("days", "", DAYS, "boss", SAVED, SAVED));
        return DEEPER.stream()
                .filter(path -> !path.contains("%f") || !findings.isEmpty())
                .map(path -> path.replace("%s", serial)
                        .replace(
                                "%f", String.join("", findings.stream().limit(1).toList())));
    }

    /** Labels of charts that overlap, on a phone and on a usual screen. */
    private List<?> overlaps(String script, int width, int height) {
        if (page.locator(".canvas").count() == 0) {
            return List.of();
        }
        page.setViewportSize(Math.min(width, 1440), height);
        page.waitForFunction(DRAWN);
        Object found = page.evaluate(script);
        page.setViewportSize(width, height);
        return (List<?>) found;
    }

    private static String script(String name) throws IOException {
        try (InputStream script =
                Objects.requireNonNull(EveryPageContract.class.getResourceAsStream("/" + name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
