package io.yieldline.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.api.auth.Role;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.query.SavedQueries;
import io.yieldline.query.SavedQuery;
import io.yieldline.query.SmallLake;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Reports with what was restated of them, and subscriptions, in the browser of those whose they are. */
@Tag("browser")
@TestMethodOrder(MethodName.class)
class SubscriptionPagesTest extends DashboardSuite {
    private static final LocalDateTime THEN = LocalDateTime.parse("2025-06-01T08:00:00");
    private static final String FINDING =
            "insert into finding values ('0a1b2c3d', 'suspect', '', '', 'NV-1', '', '', false,"
                    + " date '2025-05-01', date '2025-05-01', timestamp '2025-05-01 08:00:00', 1, date '2025-05-01', null, null, 20,"
                    + " 9, 2, 7, null, null, '1.0e-05', 'undecided', '', 'Fixture NV-1 failed 9 of 20 units.')";
    private static final String FORM = "form[aria-label=Subscribe] ";
    private static final String ROWS = "[aria-label=Subscriptions] tbody tr";

    @Override
    ServedPlant plant(Path empty) {
        return ServedPlant.withMail(empty);
    }

    @BeforeAll
    void fill(@TempDir Path temp) {
        publish("2025-04-15");
        Path late = TinyExport.write(
                temp.resolve("late.csv"), TinyExport.row("1724009", "FI", "2025-04-15 18:00:00", "Fail"));
        plant.run(new IngestOperation(), new IngestOperation.Parameters(List.of(late), null));
        publish("2025-04-16");
        plant.warehouse().writeAll(session -> session.execute(FINDING));
        SmallLake.in(plant.home().directory());
        new SavedQueries(plant.warehouse())
                .save(new SavedQuery(
                        "days",
                        "Passed by day",
                        "select day, sum(passed) as passed from station_yield_daily where day >= {from} group by day",
                        "boss",
                        THEN,
                        THEN));
        plant.user("ann@example.com", Role.VIEWER);
    }

    private void publish(String day) {
        plant.run(
                new ReportOperation(),
                new ReportOperation.Parameters(
                        ReportOperation.What.DAILY, LocalDate.parse(day), null, null, null, false, 1));
    }

    @Test
    void a_reportsCountWhatWasRestated_andEachHasItsPage() {
        open("/reports");
        assertThat(texts("[aria-label='Published reports'] td:nth-child(5)")).containsExactly("0", "2");
        page.click("td a:has-text('daily report 2025-04-15')");
        page.waitForSelector("h2:text-is('Daily report of 2025-04-15')");
        page.waitForSelector("[aria-label='Restated since'] tbody td");

        assertThat(texts("[aria-label='Restated since'] tbody tr:has-text('station yield') td"))
                .containsExactly(
                        "station yield",
                        "Tesla SXM4",
                        "FI",
                        "2 of 3 = 66.67 %",
                        "2 of 4 = 50.00 %",
                        "2 Jun 2025 08:00:00",
                        "late.csv",
                        "2, 2025-04-16");
        page.click("a:text-is('Later')");
        page.waitForSelector("h2:text-is('Daily report of 2025-04-16')");
        page.frameLocator("iframe.report").locator("h1").waitFor();
        page.click("a:text-is('All reports')");
        page.waitForSelector("[aria-label='Published reports']");
    }

    @Test
    void b_aReport_isSubscribedTo_sentAndRemoved() {
        page.close();
        page = browser.tab("ann@example.com");
        open("/reports");
        assertThat(page.inputValue(FORM + "input[name=to]")).isEqualTo("ann@example.com");
        page.selectOption(FORM + "select[name=rhythm]", "friday");
        page.click(FORM + "button");
        page.waitForSelector(ROWS);

        assertThat(text(ROWS)).contains("daily report", "every Friday", "ann@example.com", "not yet", "active");
        assertThat(text(FORM + "[role=status]")).isEqualTo("Subscription 1: to ann@example.com, every Friday.");
        page.click("button:text-is('Send now')");
        page.waitForSelector(ROWS + ":has-text('2 Jun 2025')");
        assertThat(words("select subject from outbox_message where recipient = 'ann@example.com'"))
                .containsExactly("test: daily report 2025-04-16");
    }

    @Test
    void c_aFinding_isSubscribedTo() {
        open("/findings?id=0a1b2c3d");
        page.fill(FORM + "input[name=to]", "boss@example.com");
        page.click(FORM + "button");
        page.waitForSelector(FORM + "[role=status]:has-text('Subscription 2: to boss@example.com, when it changes.')");
    }

    @Test
    void d_aQuery_isSubscribedTo_withDaysThatMoveAlong() {
        open("/sql?saved=days");
        page.fill("input[name=from]", "2025-05-26");
        page.fill(FORM + "input[name=to]", "boss@example.com");
        page.click(FORM + "button");
        page.waitForSelector(FORM + "[role=status]:has-text('Subscription 3: to')");

        assertThat(words("select query_values from subscription where kind = 'query'"))
                .containsExactly("{\"values\":{\"from\":\"today-7\"},\"lists\":{}}");
    }

    @Test
    void e_whatCannotBeSent_isSaid_andAnAdminSeesAll() {
        plant.warehouse()
                .writeAll(session -> session.execute(
                        "update subscription set problem = 'there is no saved query days' where kind = 'query'"));
        open("/reports");
        assertThat(texts(ROWS)).hasSize(3);
        assertThat(texts(ROWS + " td:nth-child(2)")).containsExactly("ann@example.com", "boss", "boss");
        assertThat(texts(ROWS + " .down")).containsExactly("cannot be sent: there is no saved query days");
        page.click(ROWS + ":last-child button:text-is('Remove')");
        page.click("button.danger");
        page.waitForFunction("() => document.querySelectorAll('" + ROWS.replace("'", "\\'") + "').length === 2");
    }
}
