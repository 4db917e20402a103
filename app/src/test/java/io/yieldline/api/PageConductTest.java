package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.yieldline.operation.watch.ReportOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a page does when something is wrong: with its session, its address, the server, the clock, the clipboard. */
@Tag("browser")
class PageConductTest extends DashboardSuite {
    private static final String WEEK_OF_ROWS = "from=2025-04-14&to=2025-04-20";

    @Override
    ServedPlant plant(Path empty) throws IOException {
        return ServedPlant.on(empty);
    }

    @Test
    void sessionThatEnds_asksForTheLogin_andGoesOnWhereItWas() {
        Page own = browser.logIn("boss");
        browser.open(own, "/unit");
        own.fill("textarea[name=serials]", "1724002");
        own.context().clearCookies();
        own.getByText("Look up", new Page.GetByTextOptions().setExact(true)).click();
        own.waitForSelector("form:has-text('Your session has ended')");

        own.getByLabel("User").fill("boss");
        own.getByLabel("Password").fill(ServedPlant.PASSWORD);
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        own.waitForSelector("textarea[name=serials]");

        assertThat(own.inputValue("textarea[name=serials]")).isEqualTo("1724002");
        browser.complaints().removeIf(each -> each.contains("401 (Unauthorized)"));
        own.context().close();
    }

    @Test
    void backFromASerial_findsThePastedListAgain() {
        open("/unit");
        page.fill("textarea[name=serials]", "1724001\n1724002");
        page.getByText("Look up", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("td a:text-is('1724001')").click();
        page.waitForSelector(".journey");
        page.goBack();
        page.waitForSelector("td a:text-is('1724002')");

        assertThat(page.inputValue("textarea[name=serials]")).isEqualTo("1724001\n1724002");
    }

    @Test
    void copy_worksWithoutTheClipboardOfHttps() {
        page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined });"
                + " document.execCommand = (what) => {"
                + " window.copied = document.activeElement.value; return what === 'copy'; };");
        open("/packing?" + WEEK_OF_ROWS);
        page.locator(packed() + " .menu summary").click();
        page.locator(packed() + " .menu button:text-is('Copy')").click();
        page.waitForSelector(".said:has-text('Copied the table')");

        assertThat(page.evaluate("window.copied").toString())
                .startsWith("Model\tPart number\t2025-04-14\t2025-04-15\t")
                .contains("Tesla SXM4\t692-1\t\t\t1\t\t\t\t\t1\n")
                .contains("Total of the days\t\t\t1\t\t\t\t\t1");
    }

    @Test
    void copyThatIsForbidden_saysSo() {
        page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined });"
                + " document.execCommand = () => false;");
        open("/packing?" + WEEK_OF_ROWS);
        page.locator(packed() + " .menu summary").click();
        page.locator(packed() + " .menu button:text-is('Copy')").click();

        page.waitForSelector(".said:has-text('The browser does not allow copying here')");
    }

    @Test
    void outage_isOneMessage_withThePlantTimeOfTheLastAnswer() {
        Page far = browser.logIn("boss", new Browser.NewContextOptions().setTimezoneId("Asia/Tokyo"));
        far.clock().install();
        browser.open(far, "/today?day=2025-04-16");
        far.route("**/api/v1/**", route -> route.abort());
        far.clock().runFor(400_000);
        far.waitForSelector("[data-outage]");

        assertThat(far.locator(".notice").allInnerTexts())
                .singleElement()
                .asString()
                .startsWith("As of 08:00; refresh failed: The server cannot be reached; is it running?");
        assertThat(far.locator("[data-tile=packed] .figure").innerText()).isEqualTo("1");
        browser.complaints().removeIf(each -> each.contains("ERR_FAILED"));
        far.context().close();
    }

    @Test
    void filterThatIsNoDate_isNamedAndLeftOut() {
        for (String wrong : List.of("from=garbage", "to=2025-02-30", "day=1", "week=2025-W99")) {
            open("/failures?" + wrong);
            String[] parts = wrong.split("=");
            assertThat(texts(".notice.warn"))
                    .contains(parts[0] + " \"" + parts[1] + "\" is not a valid "
                            + (parts[0].equals("week") ? "week" : "date") + " and is left out.");
        }
    }

    @Test
    void print_hasTheFilters() {
        open("/packing?" + WEEK_OF_ROWS + "&model=Tesla+SXM4");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator(".printed").isVisible()).isTrue();
        assertThat(text(".printed"))
                .isEqualTo("test · printed 2 Jun 2025 08:00 · From: 2025-04-14 · To: 2025-04-20 · Model: Tesla SXM4");
        assertThat(page.locator(".side").isVisible()).isFalse();
    }

    @Test
    void orange_isNoColourOfASeries_andDashesShowInTheLegend() {
        open("/today?day=2025-04-16&station=PACKING");
        Object series = page.evaluate("import(document.querySelector('link[href*=theme]')?.href"
                + " ?? document.querySelector('script[src]').src.replace('app.js', 'lib/theme.js'))"
                + ".then((theme) => theme.SERIES)");

        assertThat(series.toString()).doesNotContainIgnoringCase("d55e00").doesNotContainIgnoringCase("ff9152");
        Object icons = page.evaluate(
                "import(document.querySelector('script[src]').src.replace('app.js', 'lib/chart.js'))"
                        + ".then((chart) => chart.symbols({ legend: {}, series: [{ name: 'a', type: 'bar' },"
                        + " { name: 'b', type: 'line', symbol: 'none' }] }).map((each) => each.icon ?? 'as drawn').join())");
        assertThat(icons).isEqualTo("roundRect,as drawn");
    }

    @Test
    void jobLog_saysHowEachCheckEnded() {
        open("/operations");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check"))
                .first()
                .click();
        page.waitForSelector(".job[data-job=ended]");

        assertThat(texts(".events li"))
                .noneMatch(line -> line.endsWith(":") || line.endsWith(": running"))
                .anyMatch(line -> line.matches("check \\w+: (passed|warned|failed), \\d+ (failing of \\d+|findings?)"));
    }

    @Test
    void reports_areListed_shown_andTheirRestatementsNamed() {
        plant.run(
                new ReportOperation(),
                new ReportOperation.Parameters(
                        ReportOperation.What.DAILY, LocalDate.parse("2025-04-16"), null, null, null, false, 1));
        open("/reports");

        assertThat(texts("[aria-label='Published reports'] tbody tr"))
                .singleElement()
                .asString()
                .contains("daily report 2025-04-16");
        assertThat(text("section:has(h2:text-is('Subscriptions')) p.soft"))
                .startsWith("No mail can be sent yet: an admin adds a channel of type email");
        page.click("a:has-text('daily report 2025-04-16')");
        page.waitForSelector("h2:text-is('Daily report of 2025-04-16')");
        assertThat(text("section:has(h2:text-is('Restated since')) p.soft"))
                .isEqualTo("No later report changed a figure of this one.");
        page.frameLocator("iframe.report").locator("h1").waitFor();
    }

    @Test
    void firstPassword_staysUntilItIsChanged() throws IOException {
        Path file = plant.home().adminPasswordFile();
        assertThat(file).exists();
        Page own = browser.window(new Browser.NewContextOptions());
        own.navigate(browser.address("/today"));
        own.getByLabel("User").fill("admin");
        String password = Files.readString(file).strip();
        own.getByLabel("Password").fill(password);
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        own.waitForSelector("h1:has-text('Choose a password')");
        assertThat(file).exists();

        own.getByLabel("Present password").fill(password);
        own.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("my own long password");
        own.getByLabel("New password again").fill("my own long password");
        own.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change password"))
                .click();
        own.waitForSelector("h1:has-text('Yieldline')");

        assertThat(file).doesNotExist();
        own.context().close();
    }

    private static String packed() {
        return "section.card:has(h2:text-is('Packed by part number and day'))";
    }
}
