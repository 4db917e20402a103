package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import io.yieldline.ingest.FullInbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that people give to the dashboard: exports, parked ones again, and lists of units. */
@Tag("browser")
class LoadingInBrowserTest extends BrowserSuite {
    private Path made;

    @Override
    ServedPlant plant(Path directory) {
        made = directory.resolve("made.csv");
        ServedPlant served = ServedPlant.with("upload_megabytes", 1, directory);
        served.user("ann", Role.OPERATOR);
        served.user("vic", Role.VIEWER);
        return served;
    }

    @Test
    void files_areLoadedOneAfterTheOther_andSayHowItEnded() throws IOException {
        Page page = browser.logIn("ann");
        browser.open(page, "/operations?part=exports");
        page.setInputFiles(".drop input", new FilePayload[] {
            file("good.csv", export("8001", "2025-04-20 08:00:00")),
            file("bad.csv", export("8002", "soon")),
            file("again.csv", export("8001", "2025-04-20 08:00:00")),
            file("empty.csv", "")
        });

        page.waitForCondition(() -> page.locator(".uploads [data-job=ended], .uploads [data-job=refused]")
                        .count()
                == 4);
        assertThat(page.locator(".uploads p").allInnerTexts())
                .satisfiesExactly(
                        good -> assertThat(good)
                                .isEqualTo("loaded, 1 row, 1 added, 0 duplicate, 0 revised, 0 outdated, 0 rejected"),
                        bad -> assertThat(bad)
                                .startsWith("parked: 1 of 1 rows were rejected, more than the threshold of 5 %"),
                        again -> assertThat(again)
                                .startsWith("known: the same bytes were loaded on ")
                                .endsWith("(good.csv)"),
                        empty -> assertThat(empty).startsWith("the upload is empty"));
        page.waitForSelector("table :text('good.csv')");
        browser.complaints().removeIf(each -> each.contains("400 (Bad Request)"));
        page.context().close();
    }

    @Test
    void fileThatIsTooLarge_saysSo() {
        Page page = browser.logIn("ann");
        browser.open(page, "/operations");
        page.setInputFiles(".drop input", file("large.csv", "x".repeat(5_000_000)));

        assertThat(page.waitForSelector("[data-job=refused]").innerText())
                .containsAnyOf("an upload has at most 1,000,000 bytes", "the upload broke off: ");
        browser.complaints().removeIf(each -> each.contains("413") || each.contains("ERR_"));
        page.context().close();
    }

    @Test
    void droppedFile_isTaken() throws IOException {
        Page page = browser.logIn("ann");
        browser.open(page, "/operations");
        page.evaluate(
                "text => { const files = new DataTransfer(); files.items.add(new File([text], 'dropped.csv'));"
                        + " document.querySelector('.drop').dispatchEvent(new DragEvent('drop',"
                        + " { dataTransfer: files, bubbles: true, cancelable: true })); }",
                export("8003", "2025-04-20 08:00:00"));

        assertThat(page.waitForSelector(".uploads [data-job=ended]").innerText())
                .startsWith("loaded, 1 row");
        page.context().close();
    }

    @Test
    void inbox_isTakenAsByACommand() throws IOException {
        FullInbox full = FullInbox.of(plant.home(), plant.now(), directory);
        Page page = browser.logIn("ann");
        browser.open(page, "/operations");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load the inbox"))
                .click();

        full.wasTaken(page.waitForSelector(".job[data-job=ended]").innerText(), plant.warehouse());
        page.context().close();
    }

    @Test
    void parkedExport_isTriedAgain() throws IOException {
        Page page = browser.logIn("ann");
        browser.open(page, "/operations");
        page.setInputFiles(".drop input", file("parked.csv", export("8004", "soon")));
        page.waitForSelector(".uploads [data-job=ended]");
        browser.open(page, "/operations?part=parked");

        page.locator("tr", new Page.LocatorOptions().setHasText("parked.csv"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .click();
        assertThat(page.waitForSelector(".job[data-job=ended]").innerText())
                .contains("retry")
                .contains("parked.csv: parked: 1 of 1 rows were rejected");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try all again"))
                .click();
        page.waitForCondition(() -> page.locator(".job[data-job=ended]").count() == 1
                && page.locator(".events").innerText().contains("parked.csv: parked"));
        page.context().close();
    }

    @Test
    void parkedExport_isDismissedWithAReason() throws IOException {
        Page page = browser.logIn("ann");
        browser.open(page, "/operations");
        page.setInputFiles(".drop input", file("cut.csv", export("8005", "soon")));
        page.waitForSelector(".uploads [data-job=ended]");
        browser.open(page, "/operations?part=parked");

        page.locator("tr", new Page.LocatorOptions().setHasText("cut.csv"))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Dismiss"))
                .click();
        page.fill("input[name=reason]", "cut off");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dismiss export"))
                .first()
                .click();

        assertThat(page.waitForSelector(".job[data-job=ended]").innerText()).contains("1 export dismissed");
        page.waitForCondition(() -> page.locator("tr", new Page.LocatorOptions().setHasText("cut off"))
                        .count()
                == 1);
        page.context().close();
    }

    @Test
    void viewer_isOfferedNothingThatChangesSomething() {
        Page page = browser.logIn("vic");
        browser.open(page, "/operations?part=parked");

        assertThat(page.locator(".drop").count()).isZero();
        assertThat(page.locator("main button", new Page.LocatorOptions().setHasText("gain"))
                        .count())
                .isZero();
        page.context().close();
    }

    @Test
    void listOfUnits_comesFromAFile_andTheStationsCount() {
        Page page = browser.logIn("ann");
        browser.open(page, "/unit");
        page.setInputFiles("input[name=file]", file("list.csv", "Part,SN\n692-1,1724002\n692-1,1724001\n"));
        page.fill(".batch input[name=station]", "FI");
        page.getByText("Look up", new Page.GetByTextOptions().setExact(true)).click();

        page.waitForSelector("table:has-text('1724002')");
        assertThat(page.locator("tbody tr").allInnerTexts())
                .satisfiesExactly(
                        one -> assertThat(one).contains("1724002").contains("Passed"),
                        other -> assertThat(other).contains("1724001").contains("Passed"));
        page.setInputFiles("input[name=file]", new FilePayload[] {});
        page.fill(".batch textarea", "1724002");
        page.getByText("Look up", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForCondition(() -> page.locator("tbody tr").count() == 1);
        assertThat(page.locator("tbody tr").innerText()).contains("1724002").contains("Passed");
        page.context().close();
    }

    @Test
    void listThatIsTooLong_saysSoInOneLine() {
        Page page = browser.logIn("ann");
        browser.open(page, "/unit");
        page.setInputFiles("input[name=file]", file("list.csv", "SN\n" + "1\n".repeat(600_000)));
        page.getByText("Look up", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.waitForSelector(".notice.error").innerText())
                .isEqualTo(
                        "list.csv has 1,200,003 bytes; the limit is 1,000,000: keep only the column of serial numbers, or"
                                + " split the file.");
        page.context().close();
    }

    @Test
    void everyPartOfOperations_fitsOnAPhone() {
        Page page = browser.logIn("ann", new Browser.NewContextOptions().setViewportSize(390, 844));
        for (String part : List.of("runs", "schedule", "exports", "parked", "rejects", "backups")) {
            browser.open(page, "/operations?part=" + part);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(part)
                    .isEqualTo(390);
        }
        page.context().close();
    }

    @Test
    void pageOfAnOlderProgram_asksToBeLoadedAgain() {
        Page page = browser.logIn("ann");
        browser.open(page, "/today");
        page.route(
                "**/pages/packing.js",
                route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setStatus(404)));
        page.locator("nav >> text=Packing").click();

        page.waitForSelector(".notice.error:has-text('the server was updated')");
        page.unroute("**/pages/packing.js");
        page.getByText("Reload").click();
        page.waitForSelector("h1:has-text('Packing')");
        page.waitForSelector("[data-table=packing]");
        browser.complaints().removeIf(each -> each.contains("404"));
        page.context().close();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private String export(String serial, String end) throws IOException {
        return Files.readString(TinyExport.write(made, TinyExport.row(serial, "FI", end, "Pass")));
    }
}
