package io.yieldline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.TinyExport;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reports say, keep, and find changed, on every engine. */
abstract class ReportContract extends ReportSuite {
    ReportContract(Engine engine) {
        super(engine);
    }

    @Test
    void figuresOfADay() {
        load(TinyExport.write(folder));
        assertThat(daily(TUESDAY).figures())
                .containsExactlyInAnyOrder(
                        figure("2025-04-15", "station yield", "FI", 2, 3L),
                        figure("2025-04-15", "true first pass", "FI", 1, 2L));
        assertThat(daily(TUESDAY.plusDays(1)).figures())
                .containsExactlyInAnyOrder(
                        figure("2025-04-16", "packed", "", 1, null),
                        figure("2025-04-16", "station yield", "PACKING", 1, 1L),
                        figure("2025-04-16", "true first pass", "PACKING", 1, 1L));
    }

    @Test
    void figuresOfAWeek() {
        load(TinyExport.write(folder));
        assertThat(weekly(TUESDAY).figures())
                .containsExactlyInAnyOrder(
                        figure("2025-W16", "packed", "", 1, null),
                        figure("2025-W16", "station yield", "FI", 2, 3L),
                        figure("2025-W16", "station yield", "PACKING", 1, 1L),
                        figure("2025-W16", "first pass of active", "", 1, 2L),
                        figure("2025-W16", "first pass of finished", "", 1, 2L),
                        figure("2025-W16", "week starters", "", 2, null));
    }

    @Test
    void textOfADay() {
        load(TinyExport.write(folder));
        assertThat(daily(TUESDAY).text())
                .startsWith("test\nDaily report: Tuesday, 2025-04-15\n\n")
                .contains("FI *          2       1  66.67 %  20.8 to 93.9 %            n/a\n")
                .contains(
                        "workstation        1     5    5          0        0         0         0  until 2025-04-19 10:01\n")
                .contains("No report of this kind was published before; from now on each figure is stored.\n");
        assertThat(daily(TUESDAY.plusDays(1)).text())
                .contains("Packed Tesla SXM4                 1  mean of the 0 previous working days 0\n");
    }

    /** A station of repair has no target, though all stations have one. */
    @Test
    void headlines_areWithoutRepairAndScrap_andSayWhatIsBelowItsTarget() throws IOException {
        Files.writeString(
                plant.home().rulesFile(),
                "\ntargets: [{yield: 80}, {yield: 75.01, station: FI}, {packed: 1, model: Tesla SXM4}]\n",
                StandardOpenOption.APPEND);
        reports = reports(CLOCK, null);
        load(TinyExport.write(folder));
        load(TinyExport.write(
                folder.resolve("more.csv"),
                TinyExport.row("1724011", "FI", "2025-04-15 10:00:00", "Pass"),
                TinyExport.row("1724012", "FI_REPAIR", "2025-04-15 11:00:00", "Fail"),
                TinyExport.row("1724013", "SCRAP", "2025-04-15 12:00:00", "Scrap")));

        assertThat(daily(TUESDAY).text().replaceAll("\\s+", " "))
                .contains("Station yield Tesla SXM4 75.00 % 3/4 without repair, debug and scrap; BELOW target 80 %")
                .contains("Scrapped 1 units with a record of scrap, at any station")
                .contains("FI * 3 1 75.00 % 30.1 to 95.4 n/a BELOW 75.01 %")
                .contains("FI_REPAIR 0 1 0.00 % 0.0 to 79.3 n/a % SCRAP");
        assertThat(daily(TUESDAY.plusDays(1)).text().replaceAll("\\s+", " "))
                .contains("Packed Tesla SXM4 1 mean of the 0 previous working days 0; target 1 ");
    }

    @Test
    void whatChangedIsNamedOnceWithItsExport() {
        load(TinyExport.write(folder));
        publish(TUESDAY);
        load(TinyExport.write(
                folder.resolve("late.csv"), TinyExport.row("1724009", "FI", "2025-04-15 18:00:00", "Fail")));
        Report next = daily(TUESDAY.plusDays(1));
        assertThat(next.restatements())
                .containsExactly(
                        new Restatement(
                                figure("2025-04-15", "station yield", "FI", 2, 3L),
                                figure("2025-04-15", "station yield", "FI", 2, 4L),
                                1,
                                List.of("late.csv")),
                        new Restatement(
                                figure("2025-04-15", "true first pass", "FI", 1, 2L),
                                figure("2025-04-15", "true first pass", "FI", 1, 3L),
                                1,
                                List.of("late.csv")));
        assertThat(next.text())
                .contains("2025-04-15  station yield    Tesla SXM4 FI  2/3 = 66.67 %  2/4 = 50.00 %  late.csv\n");
        reports.publish(next, null);
        assertThat(daily(TUESDAY.plusDays(1)).restatements()).isEqualTo(next.restatements());
        assertThat(daily(TUESDAY.plusDays(2)).restatements()).isEmpty();
    }

    @Test
    void whatCameAndWhatWentIsAChangeToo() {
        load(TinyExport.write(folder));
        publish(TUESDAY);
        plant.warehouse()
                .writeAll(session -> session.execute("delete from station_yield_daily where day = ?", TUESDAY));
        load(TinyExport.write(
                folder.resolve("new.csv"), TinyExport.row("1724001", "PACKING", "2025-04-15 19:00:00", "Pass")));
        assertThat(daily(TUESDAY.plusDays(1)).restatements())
                .contains(new Restatement(
                        new Figure(key("2025-04-15", "packed", ""), 0, null),
                        figure("2025-04-15", "packed", "", 1, null),
                        1,
                        List.of("new.csv")));
    }

    @Test
    void aPublishedPageComesBackByteForByte() {
        load(TinyExport.write(folder));
        Report report = daily(TUESDAY);
        Issue issue = reports.publish(report, null);
        load(TinyExport.write(
                folder.resolve("late.csv"), TinyExport.row("1724009", "FI", "2025-04-15 18:00:00", "Fail")));
        Stored stored = reports.named(issue.id());
        assertThat(stored.html()).isEqualTo(report.html());
        assertThat(stored.text()).isEqualTo(report.text());
        assertThat(stored.figures()).containsExactlyInAnyOrderElementsOf(report.figures());
        assertThat(daily(TUESDAY).html()).isNotEqualTo(report.html());
        assertThat(reports.latest(5)).containsExactly(issue);
    }

    @Test
    void aPageThatWasChangedIsRefused() {
        publish(TUESDAY);
        plant.warehouse().writeAll(session -> session.execute("update report set html = 'better'"));
        assertThatThrownBy(() -> reports.named(1))
                .hasMessage("report 1 was changed in the database after it was published; restore it from a backup");
        assertThatThrownBy(() -> reports.named(2)).hasMessage("there is no report 2; see: yieldline report list");
    }

    @Test
    void namesFromExportsAreNeverMarkup() {
        load(TinyExport.write(
                folder.resolve("sly.csv"),
                TinyExport.row("1724001", "<img src=x onerror=alert(1)>", "2025-04-15 08:05:00", "Pass"),
                TinyExport.row("1724001", "PACKING", "2025-04-15 08:05:00", "Pass")));
        PlantStatus sly = new PlantStatus(
                List.of(new PlantStatus.Checked("<b>", "<b>", false, List.of("<script>alert(2)</script>"))),
                List.of(new PlantStatus.LatestResult("<b>", "<b>", null)),
                null,
                List.of("\"><svg onload=alert(3)>"));
        for (Report report : List.of(reports.daily(TUESDAY, sly, null), reports.weekly(TUESDAY, sly, null))) {
            assertThat(report.html())
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<img", "<script", "<svg onload", "<i>", "<b>");
        }
    }

    @Test
    void aPageNeedsNothingElse() {
        load(TinyExport.write(folder));
        for (Report report : List.of(daily(TUESDAY.plusDays(1)), weekly(TUESDAY))) {
            assertThat(report.html())
                    .startsWith("<!DOCTYPE html>")
                    .endsWith("</html>\n")
                    .doesNotContain(
                            "http:", "https:", "//", "url(", "@import", "@font-face", "src=", "<script", "<link");
            assertThat(report.html().split("<svg role=\"img\" ", -1).length)
                    .isEqualTo(report.html().split("<svg ", -1).length)
                    .isEqualTo(report.html().split("</desc>", -1).length)
                    .isGreaterThan(1);
            assertThat(report.text().lines()).allMatch(line -> line.length() <= TextPage.WIDTH);
        }
    }

    @Test
    void marksWhatIsNotUpToDate() {
        plant.load(TinyExport.write(folder));
        assertThat(daily(TUESDAY).text()).contains("! Stale marts: p_chart_daily, station_yield_daily");
    }
}
