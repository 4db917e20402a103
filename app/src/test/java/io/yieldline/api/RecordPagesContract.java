package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages on tests, units and the plant's own doings: every number is the one of the mart or log. */
abstract class RecordPagesContract extends PlantPagesContract {
    private static final String ON_THE_DAY = " where day = date '" + DAY + "'";

    @Test
    void boards_areTheSumOfTheMart_withIntervals() {
        open("/boards?from=" + DAY + "&to=" + DAY + "&low=yes");
        table("Failure rate by fixture");
        showAll("Failure rate by fixture");

        assertThat(sorted(column("Failure rate by fixture", 2)))
                .isEqualTo(
                        numbers("select sum(total) from fixture_daily" + ON_THE_DAY + " group by fixture order by 1"));
        assertThat(sorted(column("Failure rate by fixture", 4)))
                .isEqualTo(
                        numbers("select sum(failed) from fixture_daily" + ON_THE_DAY + " group by fixture order by 1"));
        assertThat(texts(chart("Failure rate by fixture") + " tfoot td").get(4))
                .contains(count("select sum(failed) from fixture_daily" + ON_THE_DAY) + " of "
                        + count("select sum(passed) + sum(failed) from fixture_daily" + ON_THE_DAY));
    }

    @Test
    void failures_areTheParetoOfTheMart_andLeadToSerialNumbers() {
        open("/failures?from=" + DAY + "&to=" + DAY);
        table("Failures by code");

        assertThat(column("Failures by code", 2))
                .isEqualTo(numbers("select sum(failures) as n from all_failure_daily" + ON_THE_DAY
                        + " and headline = 'yes' group by coalesce(code, station) order by n desc"));
        assertThat(texts(chart("Failures by code") + " tbody td:nth-child(4)")
                        .get(column("Failures by code", 2).size() - 1))
                .startsWith("100.00 %");
        page.locator(chart("Failures by code") + " tbody td:nth-child(2) a")
                .first()
                .click();
        page.waitForSelector("dialog .row h3");
        assertThat(texts("dialog a[href^='/unit?serial=']")).isNotEmpty();
    }

    @Test
    void failuresOutsideHeadlineYields_areCounted_andShownIfAskedFor() {
        String range = "/failures?from=2025-04-01&to=" + DAY;
        String sum = "select sum(failures) from all_failure_daily where day between date '2025-04-01' and date '" + DAY
                + "'";
        open(range);
        assertThat(text(chart("Failures by code") + " .note"))
                .startsWith(count(sum + " and headline = 'yes'") + " failures")
                .contains("Not shown: " + count(sum + " and headline = 'no'")
                        + " failures at repair, debug and scrap, and in flows such as sorting.");

        open(range + "&repair=yes");
        assertThat(text(chart("Failures by code") + " .note"))
                .startsWith(count(sum) + " failures")
                .contains("Every flow and station counts.");
    }

    @Test
    void failureCodes_haveTheirRecommendedAction() {
        open("/failures?from=2025-05-01&to=" + DAY);
        table("Failures by code");

        List<String> codes = texts(chart("Failures by code") + " tbody td:nth-child(1)");
        List<String> actions = texts(chart("Failures by code") + " tbody td:nth-child(8)");
        assertThat(actions.get(codes.indexOf("EC006"))).isEqualTo("Debug (simple)");
        assertThat(texts(chart("Failures by code") + " thead th")).last().isEqualTo("Recommended action");
    }

    @Test
    void codes_areChangedOnTheirPage() {
        open("/codes?code=EC014");
        page.fill("form[aria-label='Set failure code'] input[name=action]", "Look twice");
        page.fill("form[aria-label='Set failure code'] input[name=owner]", "Night shift");
        page.locator("button:text-is('Set code')").click();
        page.waitForSelector("tr:has(a:text-is('EC014')) td:text-is('Look twice')");

        assertThat(texts("tr:has(a:text-is('EC014')) td")).contains("Night shift");

        page.locator("tr:has(a:text-is('EC014')) button:text-is('Remove')").click();
        page.locator("tr:has(a:text-is('EC014')) button.danger").click();
        page.waitForCondition(() -> page.locator("td:text-is('Look twice')").count() == 0);
        assertThat(words("select target from audit where action = 'remove failure code'"))
                .containsExactly("EC014");
    }

    @Test
    void unit_isAllItsRecords() {
        String serial = words("select min(serial_number) from testboard_master_log where day = date '" + DAY
                        + "' and verdict = 'fail'")
                .get(0);
        open("/unit?serial=" + serial);

        assertThat(text("[data-tile=steps] p"))
                .startsWith(count("select sum(n) from ("
                                + Stream.of("workstation", "testboard", "snfn")
                                        .map(feed -> "select count(*) as n from " + feed
                                                + "_master_log where serial_number = '" + serial + "'")
                                        .collect(Collectors.joining(" union all "))
                                + ")")
                        + " records of ");
        assertThat(texts(".journey .fail")).isNotEmpty();
        assertThat(texts(".journey .source")).allMatch(source -> source.matches("(?s).*: .*, row \\d+.*"));
    }

    @Test
    void manyUnits_areLookedUp() {
        List<String> serials = words("select distinct serial_number from workstation_master_log order by 1 limit 30");
        open("/unit");
        page.locator("textarea[name=serials]").fill(String.join("\n", serials) + "\nnobody");
        page.locator("button:text-is('Look up')").click();
        page.waitForSelector("[aria-label=State]");

        assertThat(text("[aria-label=State] button")).isEqualTo("All 31");
        assertThat(texts("[aria-label=State] button").get(5)).isEqualTo("Never seen 1");
    }

    @Test
    void operations_startARun_followIt_andListIt() {
        open("/operations");
        page.locator("button:text-is('Refresh the marts')").click();
        page.waitForSelector("[data-job=ended]");

        assertThat(text("[data-job] p")).isEqualTo("aggregate done: all marts are up to date");
        page.waitForCondition(() -> text(chart("Runs") + " tbody tr").contains("aggregate"));
        assertThat(text(chart("Runs") + " tbody tr")).contains("api, boss");
        open("/operations?part=exports");
        assertThat(sorted(column("Exports", 4)))
                .isEqualTo(numbers("select row_count from export where status = 'loaded' order by 1"));
    }

    @Test
    void quality_isWhatTheChecksFound() {
        open("/quality");

        assertThat(texts(chart("Checks, each with its latest result over all days") + " tbody td:nth-child(1)"))
                .containsExactlyInAnyOrderElementsOf(words(
                        "select check_name from check_result where run_id = (select max(id) from run where operation"
                                + " = 'check')"));
        assertThat(text("[data-tile=uniqueness] .figure")).isEqualTo("100.00");
    }

    private void showAll(String title) {
        var more = page.locator(chart(title) + " button:text-is('Show all')");
        if (more.count() > 0) {
            more.click();
        }
    }

    private static List<Long> sorted(List<Long> numbers) {
        return numbers.stream().sorted().toList();
    }
}
