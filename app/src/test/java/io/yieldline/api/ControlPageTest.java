package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.yieldline.api.auth.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of control charts and of times in a real browser: every number is the one of the records. */
@Tag("browser")
class ControlPageTest extends BrowserSuite {
    private static final String CHART = "section.chart:has(h2:text-is('Failure share by day'))";
    private static final String OUT = "section:has(h2:text-is('Days out of control'))";

    private static final String TIMES = "section.chart:has(h2:text-is('Hours at the station'))";

    private Page page;

    @Override
    ServedPlant plant(Path directory) {
        ServedPlant served = ServedPlant.demo(directory);
        served.user("analyst", Role.ANALYST);
        return served;
    }

    @BeforeEach
    void logIn() {
        page = browser.tab("analyst");
    }

    @AfterEach
    void logOut() {
        page.close();
    }

    @Test
    void control_countsTheJudgedRecordsOfEachDay() {
        open("/control?model=Tesla+SXM4&station=FI");
        DashboardSuite.tool(page, CHART, "Table");

        assertThat(texts(CHART + " tbody td:nth-child(2) small"))
                .isEqualTo(records("count(*) filter (where verdict = 'fail') || ' of ' || count(*)"
                        + " from workstation_master_log where in_scope and verdict <> 'none'"
                        + " and model = 'Tesla SXM4' and station = 'FI' group by day order by day"));
    }

    @Test
    void control_whatIsOutOfControl_leadsToItsRecords() {
        open("/control?run=5&rules=1,2");
        Locator share = page.locator(OUT + " td a.why").first();
        String judged = share.locator("small").innerText().replaceAll(".* of ", "");
        String day = records("day from workstation_master_log where in_scope and verdict <> 'none'"
                        + " group by day having count(*) = " + judged.replace(",", ""))
                .get(0);
        page.locator(OUT + " a:text-is('Why?')").first().click();
        page.waitForSelector("dialog .row h3");

        assertThat(page.url()).contains("why=p_chart_daily%3Fday%3D" + day);
        assertThat(page.locator("dialog .row h3").innerText().replace(",", ""))
                .isEqualTo(records("count(*) from workstation_master_log where in_scope and day = date '" + day + "'")
                                .get(0)
                        + " records");
    }

    @Test
    void control_aDayLeftOut_isInTheAddress_andOutOfTheCentre() {
        open("/control?run=5&rules=1,2&base_from=2025-05-01&base_to=2025-06-30");
        page.locator(OUT + " a:text-is('Exclude')").first().click();
        page.waitForSelector(CHART + " a:text-is('include it again')");
        String day = page.url().replaceAll(".*exclude=", "");

        assertThat(page.locator(CHART + " .note")
                        .innerText()
                        .replaceAll("(?s).*; centre [^(]*\\((.*?)\\).*", "$1")
                        .replace(",", ""))
                .isEqualTo(records("count(*) filter (where verdict = 'fail') || ' of ' || count(*)"
                                + " from workstation_master_log where in_scope and verdict <> 'none' and day <> date '"
                                + day + "'")
                        .get(0));
        page.locator(CHART + " a:text-is('include it again')").click();
        page.waitForURL(url -> !url.contains("exclude"));
    }

    @Test
    void control_aBaseline_isKeptForOtherDays() {
        open("/control?from=2025-05-12&to=2025-05-23");
        page.locator(CHART + " a:text-is('Keep them as the baseline for other days')")
                .click();
        page.waitForURL("**/control?from=2025-05-12&to=2025-05-23&base_from=2025-05-12&base_to=2025-05-23");
        open("/control?from=2025-05-26&to=2025-05-30&base_from=2025-05-12&base_to=2025-05-23");

        assertThat(page.locator(CHART + " .baseline").innerText())
                .startsWith("Baseline: 12 May 2025 to 23 May 2025, ")
                .endsWith(" Use the newest stable days");
    }

    @Test
    void control_stationsFollowTheModel() {
        open("/control?model=Tesla+SXM4&station=FI");
        assertThat(page.getByLabel("Station").locator("option").allInnerTexts().stream()
                        .skip(1)
                        .toList())
                .isEqualTo(records("distinct station from p_chart_daily where model = 'Tesla SXM4' order by station"));

        page.getByLabel("Model").selectOption("Tesla SXM5");

        page.waitForURL("**/control?model=Tesla+SXM5");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("FCT").setExact(true))
                .first()
                .click();
        page.waitForURL("**/control?model=Tesla+SXM5&station=FCT");
    }

    @Test
    void control_tooFewDays_saysHowManyAreNeeded() {
        open("/control?from=2025-05-12&to=2025-05-16");

        assertThat(page.locator(CHART + " .notice").innerText())
                .matches("No limits: they need 8 days of \\d+ judged records at least, 20 to be firm; the baseline has"
                        + " 5\\. Choose more days, or fewer filters\\.");
        assertThat(page.locator(OUT).count()).isZero();
    }

    @Test
    void times_areThoseOfTheRecords() {
        open("/times?from=2025-05-19&to=2025-05-23&order=Name");
        DashboardSuite.tool(page, TIMES, "Table");
        String timed = " from workstation_master_log where day between date '2025-05-19' and date '2025-05-23'"
                + " and started_at < ended_at group by station order by station";

        assertThat(texts(TIMES + " tbody td:nth-child(1)")).isEqualTo(records("station" + timed));
        assertThat(numbers(TIMES + " tbody td:nth-child(2)")).isEqualTo(doubles("count(*)" + timed));
        assertThat(numbers(TIMES + " tbody td:nth-child(8)"))
                .usingElementComparator(ControlPageTest::toTwoDecimals)
                .isEqualTo(doubles("percentile_cont(0.5) within group (order by duration_seconds) / 3600" + timed));
    }

    @Test
    void times_waits_reachFromTheRecordBefore() {
        open("/times?from=2025-05-19&to=2025-05-23&order=Name&by=wait");
        DashboardSuite.tool(page, "section.chart:has(h2:text-is('Hours waited before it'))", "Table");

        assertThat(numbers("section.chart:has(h2:text-is('Hours waited before it')) tbody td:nth-child(2)"))
                .isEqualTo(doubles("count(*) from (select station, day, started_at < ended_at as known,"
                        + " lag(ended_at) over (partition by serial_number order by ended_at, started_at, station)"
                        + " as before_at from workstation_master_log) run"
                        + " where day between date '2025-05-19' and date '2025-05-23' and known"
                        + " and before_at is not null group by station order by station"));
    }

    @Test
    void times_theLongest_leadToTheirUnits() {
        open("/times?from=2025-05-19&to=2025-05-23&station=FI");
        String serial = records("serial_number from workstation_master_log where station = 'FI'"
                        + " and day between date '2025-05-19' and date '2025-05-23' group by serial_number"
                        + " order by sum(duration_seconds) desc, serial_number limit 1")
                .get(0);
        page.locator("section.chart:has(h2:text-is('Units that took longest')) tbody a")
                .first()
                .click();

        page.waitForURL("**/unit?serial=" + serial);
    }

    @Test
    void times_ofGivenUnits() {
        List<String> serials = records("distinct serial_number from workstation_master_log order by 1 limit 2");
        open("/times");
        page.getByLabel("Serial numbers").fill(serials.get(0) + "\n" + serials.get(1) + ", 9");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show times"))
                .click();
        page.waitForSelector("[aria-label='Times of given units'] tbody");

        assertThat(texts("[aria-label='Times of given units'] tbody td:nth-child(1)"))
                .hasSameElementsAs(List.of(serials.get(0), serials.get(1), "9"));
        assertThat(numbers("[aria-label='Times of given units'] tbody td:nth-child(5)"))
                .isEqualTo(doubles("* from (select count(*), serial_number, min(case when started_at < ended_at"
                        + " then started_at else ended_at end) as first_at, station from workstation_master_log"
                        + " where serial_number in ('" + String.join("', '", serials) + "')"
                        + " group by serial_number, station union all select 0, '9', null, null) unit"
                        + " order by serial_number, first_at, station"));
        assertThat(page.waitForDownload(() ->
                                page.locator("p.note button:text-is('CSV')").click())
                        .suggestedFilename())
                .isEqualTo("unit-times.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/control", "/control?model=Tesla+SXM4&station=FI", "/times"})
    void onAPhone_nothingStandsBesideThePage(String path) {
        page.setViewportSize(390, 844);
        open(path);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private void open(String path) {
        browser.open(page, path);
    }

    private List<String> texts(String selector) {
        return page.locator(selector).allInnerTexts();
    }

    private List<Double> numbers(String selector) {
        return texts(selector).stream()
                .map(text -> Double.valueOf(text.replace(",", "")))
                .toList();
    }

    /** Both were rounded, one of them twice. */
    private static int toTwoDecimals(Double one, Double other) {
        return Math.abs(one - other) < 0.0051 ? 0 : Double.compare(one, other);
    }

    private List<Double> doubles(String select) {
        return plant.warehouse().read(session -> session.query("select " + select, row -> row.getDouble(1)));
    }

    private List<String> records(String select) {
        return plant.warehouse().read(session -> session.texts("select " + select));
    }
}
