package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.yieldline.TinyExport;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The page Today at half past seven in the morning, with targets that are set on their page. */
@Tag("browser")
@TestMethodOrder(MethodName.class)
class TodayPageTest extends DashboardSuite {
    private static final String PACKED = "[data-tile=packed]";

    @TempDir
    static Path folder;

    @Override
    ServedPlant plant(Path empty) {
        return ServedPlant.copy("output", Engine.DUCKDB, empty, OutputContract::exports);
    }

    /** A day that is loaded and not refreshed. */
    @BeforeAll
    void load() {
        Path late = TinyExport.write(
                folder.resolve("late.csv"), TinyExport.row("1700009", "PACKING", "2025-05-16 09:00:00", "Pass"));
        plant.run(new IngestOperation(), new IngestOperation.Parameters(List.of(late), null));
    }

    @Test
    void a_targetsAreSetOnTheirPage() {
        open("/targets");
        page.selectOption("form[aria-label='New target'] select[name=measure]", "packed");
        page.fill("form[aria-label='New target'] input[name=value]", "8");
        click("Set target");
        page.waitForSelector("td:text-is('8 a day')");
        page.fill("form[aria-label='New target'] input[name=value]", "101");
        click("Set target");

        assertThat(text(".notice.error")).isEqualTo("\"101\" is not from 0 to 100");
        browser.complaints().removeIf(complaint -> complaint.contains("400"));
    }

    @Test
    void b_theDayThatRuns_isComparedWithTargetAndWithWhatIsUsualByThen() {
        open("/today");

        assertThat(text(PACKED)).isEqualTo("Packed until 07:30\n3\n\nusual by then: 0\n5 to go to the target of 8");
        assertThat(text("[data-tile=end]"))
                .isEqualTo("The day will end at\n4 to 15\n\nthe target of 8 is open\n"
                        + "80 % interval, held on 0 of 2 past days");
        assertThat(text("[data-card=findings] h2")).isEqualTo("Findings");
        assertThat(text("#page .notice"))
                .isEqualTo("Mon 2 Jun is not over: its numbers are those so far, until the newest record at"
                        + " 2 Jun 07:30 plant time.");
    }

    @Test
    void c_aDayThatIsOver_isAboveOrBelowItsTarget_andHasNoForecast() {
        open("/today?day=2025-05-29");

        assertThat(text(PACKED)).isEqualTo("Packed\n11\n\nusual: 7, median of 8 days\ntarget 8 reached");
        assertThat(page.locator("[data-tile=end]").count()).isZero();
    }

    @Test
    void d_aDayThatIsLoadedAndNotRefreshed_isNotZero() {
        open("/today?day=2025-05-16");

        assertThat(text(PACKED)).isEqualTo("Packed\n…\n\nloaded, not yet refreshed");
        assertThat(page.locator(PACKED).getAttribute("class")).contains("old");
    }

    @Test
    void e_scrapLeadsToItsUnits() {
        open("/today?day=2025-05-30");
        page.locator("[data-tile=scrap] .figure a").click();
        page.waitForSelector("[data-card=scrap] tbody tr");

        assertThat(texts("[data-card=scrap] tbody a")).containsExactly("1700002");
        assertThat(text("[data-card=losses] tbody tr")).contains("FI").contains("Tesla SXM4");
    }

    @Test
    void f_figuresThatAreOldAreGrey_withTheirAge() {
        plant.later(Duration.ofHours(2));
        open("/today");

        assertThat(text(PACKED)).contains("newest record 2.5 h old");
        assertThat(page.locator(PACKED).getAttribute("class")).contains("old");
    }

    private void click(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
    }
}
