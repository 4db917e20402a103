package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

/** The pages on production: every number is the one of the mart, and leads to its records. */
abstract class PlantPagesContract extends DashboardSuite {
    /** Stations of repair, debug and scrap are no part of a headline yield. */
    private static final String HEADLINE = " and not exists (select 1 from rule_complete_exclusion e"
            + " where name_key(station) like e.pattern escape '!')";

    @Test
    void today_saysWhatTheMartsSay() {
        open("/today?day=" + DAY);

        assertThat(text("[data-tile=packed] .figure"))
                .isEqualTo(count("select sum(packed) from packing_daily where day = date '" + DAY + "'"));
        assertThat(text("[data-tile=scrap] .figure"))
                .isEqualTo(count("select count(distinct serial_number) from workstation_master_log where day = date '"
                        + DAY + "' and status = 'Scrap'"));
        assertThat(texts("[data-tile^=yield] p"))
                .allSatisfy(words -> assertThat(words).contains(" of "))
                .anySatisfy(words -> assertThat(words)
                        .startsWith(count("select sum(passed) from station_yield_daily where day = date '" + DAY
                                + "' and model = 'Tesla SXM4'" + HEADLINE)));
        assertThat(text(".badges")).contains("workstation until").contains("America/New_York");
    }

    @Test
    void packing_isTheMartCellByCell() {
        open("/packing?from=2025-05-19&to=" + DAY);

        assertThat(text("[data-table=packing] [data-row=all] [data-day=total]"))
                .isEqualTo(count("select sum(packed) from packing_daily where day between date '2025-05-19' and date '"
                        + DAY + "'"));
        assertThat(text("[data-table=packing] [data-row='Tesla SXM4/total'] [data-day='" + DAY + "']"))
                .isEqualTo(count("select sum(packed) from packing_daily where model = 'Tesla SXM4' and day = date '"
                        + DAY + "'"));
        assertThat(texts("[data-table=packing] tr.part [data-day=total]").stream()
                        .map(DashboardSuite::number)
                        .sorted()
                        .toList())
                .isEqualTo(
                        numbers("select sum(packed) from packing_daily where day between date '2025-05-19' and date '"
                                + DAY + "' group by model, part_number order by 1"));
    }

    @Test
    void stations_areTheSumOfTheMart() {
        open("/stations?span=week&week=" + WEEK + "&repair=yes&low=yes");
        table("Volume and failures by station");

        assertThat(column("Volume and failures by station", 2).stream().sorted().toList())
                .isEqualTo(numbers("select sum(total) from station_yield_weekly where week = '" + WEEK
                        + "' group by station order by 1"));
        assertThat(column("Volume and failures by station", 4).stream().sorted().toList())
                .isEqualTo(numbers("select sum(failed) from station_yield_weekly where week = '" + WEEK
                        + "' group by station order by 1"));
    }

    @Test
    void yield_hasTheCountsOfTheMart_andItsLossesMakeTheRolledYield() {
        open("/yield?from=2025-05-19&to=2025-05-25&grain=week&model=Tesla+SXM4");
        table("Yield of all stations by week");

        assertThat(column("Yield of all stations by week", 3))
                .isEqualTo(numbers("select sum(total) from station_yield_weekly where model = 'Tesla SXM4' and week = '"
                        + WEEK + "'" + HEADLINE));
        String rolled = words("select cast(cast(100 * yield as decimal(9,2)) as varchar(20)) from rolled_yield_weekly"
                        + " where kind = 'focused' and model = 'Tesla SXM4' and week = '" + WEEK + "'")
                .get(0);
        assertThat(text(chart("Where the focused rolled yield is lost") + " .note"))
                .isEqualTo("Tesla SXM4, " + WEEK + ": points lost at each station in turn, from 100 % to " + rolled
                        + " %.");
    }

    @Test
    void yield_saysWhyItChanged_byTheHeadlineYieldsOfBothPeriods() {
        open("/yield?from=2025-05-19&to=2025-05-25&model=Tesla+SXM4");
        String chart = ".chart:has(h2:text-matches('^(Why the|The) yield'))";

        assertThat(text(chart + " .note"))
                .startsWith("From " + headline("2025-05-12", "2025-05-18") + " % (2025-05-12 to 2025-05-18) to "
                        + headline("2025-05-19", "2025-05-25") + " % (2025-05-19 to 2025-05-25): mix ");
    }

    private String headline(String from, String to) {
        return words("select cast(cast(100.0 * sum(passed) / sum(passed + failed) as decimal(9,2)) as varchar(20))"
                        + " from station_yield_daily where model = 'Tesla SXM4' and day between date '" + from
                        + "' and date '" + to + "'" + HEADLINE)
                .get(0);
    }

    @Test
    void unitsCountedDifferently_areAsManyAsTheMartSays() {
        open("/yield?from=2025-05-19&to=2025-05-25&differ=" + WEEK + "+Tesla+SXM4");
        String mart = " from first_pass_weekly where model = 'Tesla SXM4' and week = '" + WEEK + "'";

        assertThat(texts("[data-units] [aria-label=Reason] button"))
                .startsWith(
                        "All",
                        "Neither packed nor failed " + count("select limbo" + mart),
                        "Packed and failed " + count("select completed + failed - completed_or_failed" + mart));
        page.locator("[data-units] button:has-text('Packed and failed')").click();
        page.waitForURL("**reason=packed_and_failed**");
        page.waitForCondition(() -> texts("[data-units] tbody tr").size()
                == numbers("select completed + failed - completed_or_failed" + mart)
                        .get(0));
    }

    @Test
    void everyNumberLeadsToItsRecords_andBack() {
        open("/packing?from=2025-05-19&to=" + DAY);
        Locator cell = page.locator("[data-row='Tesla SXM4/total'] [data-day='" + DAY + "'] a");
        long packed = number(cell.innerText());
        cell.click();
        page.waitForSelector("dialog .row h3");

        assertThat(text("dialog .row h3")).isEqualTo(packed + " records");
        assertThat(page.url()).contains("why=packing_daily");
        page.keyboard().press("Escape");
        page.waitForSelector(
                "dialog",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        assertThat(page.url()).doesNotContain("why=");
    }

    @Test
    void filtersLiveInTheAddress() {
        open("/stations?day=" + DAY);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Day before"))
                .click();
        page.getByLabel("Order").selectOption("Failure rate");
        page.waitForURL("**/stations?day=2025-05-21&order=Failure+rate");
        page.goBack();

        page.waitForURL("**/stations?day=2025-05-21");
    }

    @Test
    void filesHoldTheTable_andRatiosWithTheirCounts() throws IOException {
        open("/stations?day=" + DAY + "&repair=yes&low=yes");
        Download file = page.waitForDownload(() -> tool("Volume and failures by station", "XLSX"));

        assertThat(file.suggestedFilename()).isEqualTo("stations.xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(file.createReadStream())) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(0).stream().map(Cell::getText))
                    .containsExactly(
                            "Station",
                            "Records",
                            "Passed",
                            "Failed (impact)",
                            "No verdict",
                            "Failure rate numerator",
                            "Failure rate denominator",
                            "Failure rate");
            assertThat(rows.stream()
                            .skip(1)
                            .map(row -> row.getCellAsNumber(1).orElseThrow().longValue())
                            .sorted()
                            .toList())
                    .isEqualTo(numbers("select sum(total) from station_yield_daily where day = date '" + DAY
                            + "' group by station order by 1"));
        }
    }

    @Test
    void aServerThatIsGone_saysSo_andNothingStandsUnderAnotherDay() {
        open("/today?day=" + DAY);
        page.route("**/api/v1/**", route -> route.abort());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Day before"))
                .click();
        page.waitForSelector(".notice.error");

        assertThat(text(".notice.error span")).isEqualTo("The server cannot be reached; is it running?");
        assertThat(page.locator("[data-tile]").count()).isZero();
        page.unroute("**/api/v1/**");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try again"))
                .first()
                .click();
        page.waitForSelector("[data-tile=packed]");
        browser.complaints().removeIf(complaint -> complaint.contains("ERR_FAILED"));
    }

    @Test
    void anUnknownPage_saysSo() {
        open("/nowhere");

        assertThat(text(".empty")).isEqualTo("There is no such page.\n\nChoose one in the navigation.");
    }
}
