package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.api.auth.Role;
import io.yieldline.query.SmallLake;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** SQL in the browser: tables, parameters, answers, saved queries, links. */
@Tag("browser")
@TestMethodOrder(MethodName.class)
class SqlPageTest extends DashboardSuite {
    private static final String EDITOR = "textarea[name=sql]";
    private static final String BY_DAY = "select day, station, passed from station_yield_daily"
            + " where day between {from} and {to} order by day, station";

    @Override
    ServedPlant plant(Path empty) {
        return ServedPlant.on(empty);
    }

    @BeforeAll
    void writeLake() {
        SmallLake.in(plant.home().directory());
        plant.user("ann", Role.ANALYST);
        plant.user("vic", Role.VIEWER);
    }

    @Test
    void a_tablesSayWhatTheyAre_andGoIntoTheQuery() {
        open("/sql");
        page.waitForSelector(".lake summary");

        assertThat(texts(".lake summary code")).containsExactly("unit_runs", "station_yield_daily", "yield_total");
        page.fill(".lake input[type=search]", "failed");
        assertThat(texts(".lake summary code")).containsExactly("station_yield_daily");
        page.click(".lake summary");
        assertThat(text(".lake details .note")).isEqualTo("mart; a row is a day and a station; 60 rows");
        assertThat(text(".lake dl")).contains("units that failed bigint", "share passed of passed + failed");
        page.click(".lake dt button:has-text('station_yield_daily')");
        assertThat(page.inputValue(EDITOR)).isEqualTo("select * from station_yield_daily limit 100");
    }

    @Test
    void b_parametersAreAsked_andTheAnswerIsDrawn() {
        open("/sql");
        page.fill(EDITOR, BY_DAY);
        page.fill("input[name=from]", "2025-05-01");
        page.fill("input[name=to]", "2025-05-10");
        page.press(EDITOR, "Control+Enter");
        page.waitForSelector(chart("Answer") + " canvas");

        assertThat(text(chart("Answer") + " .note")).matches("20 rows in [\\d,]+ ms\\.");
        table("Answer");
        assertThat(texts(chart("Answer") + " tbody tr:first-child td")).containsExactly("2025-05-01", "FT1", "90");
    }

    @Test
    void c_aListIsPasted() {
        open("/sql");
        page.fill(EDITOR, "select count(*) as n from unit_runs where serial_number in {serials}");
        page.fill("textarea[name=serials]", "SN1\nSN2\nSN3\n");
        page.click("button:text-is('Run')");
        page.waitForSelector(chart("Answer") + " tbody td:text-is('6')");
    }

    @Test
    void d_anErrorIsOneLine() {
        open("/sql");
        page.fill(EDITOR, "select nothing from unit_runs");
        page.click("button:text-is('Run')");
        page.waitForSelector(".notice.error");

        assertThat(text(".notice.error")).startsWith("Referenced column \"nothing\" not found in FROM clause!");
        browser.complaints().removeIf(complaint -> complaint.contains("422"));
    }

    @Test
    void e_aQueryIsSaved_linked_andRemoved() {
        open("/sql");
        page.fill(EDITOR, "select 7 as seven");
        page.fill("form[aria-label='Save this query'] input[name=name]", "seven");
        page.fill("form[aria-label='Save this query'] input[name=title]", "Always seven");
        page.click("button:text-is('Save this query')");
        page.waitForSelector("td a:text-is('seven')");

        open("/sql?saved=seven");
        page.waitForSelector("h2:text-is('Always seven')");
        assertThat(page.inputValue(EDITOR)).isEqualTo("select 7 as seven");
        page.click("button:text-is('Remove')");
        page.click("button.danger");
        page.waitForSelector("text=None yet.");
    }

    @Test
    void f_aLinkHasTheText() {
        open("/sql#"
                + URLEncoder.encode("select 'a & b' as text", StandardCharsets.UTF_8)
                        .replace("+", "%20"));
        page.waitForSelector(EDITOR);
        page.waitForCondition(() -> page.inputValue(EDITOR).equals("select 'a & b' as text"));

        page.click("button:text-is('Run')");
        page.waitForSelector(chart("Answer") + " td:text-is('a & b')");
        page.waitForSelector("button.asked:has-text('a & b')");
    }

    @Test
    void g_whoMayNotQuery_hasNoSuchPage() {
        page.close();
        page = browser.tab("vic");
        open("/today");

        assertThat(texts("nav a")).contains("Yield").doesNotContain("SQL");
    }
}
