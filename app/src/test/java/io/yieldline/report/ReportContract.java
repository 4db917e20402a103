package io.yieldline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.TinyExport;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.operation.TestPlant;
import io.yieldline.plant.Plant;
import io.yieldline.report.Figure.Key;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say, keep, and find changed, on every engine. */
abstract class ReportContract {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-04-21T12:00:00Z"));
    private static final LocalDate TUESDAY = LocalDate.of(2025, 4, 15);

    @TempDir
    Path folder;

    private final Engine engine;
    private TestPlant plant;
    private Reports reports;

    ReportContract(Engine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        plant = TestPlant.on(engine, folder.resolve("home"));
        reports = reports(CLOCK, null);
    }

    private Reports reports(InstantSource clock, @Nullable LocalDate due) {
        return new Reports(new PlantParts(Plant.open(plant.home()), Marts.builtIn(), plant.warehouse(), clock), due);
    }

    private Reports at(String instant, @Nullable LocalDate due) {
        return reports(InstantSource.fixed(Instant.parse(instant)), due);
    }

    @AfterEach
    void close() {
        plant.close();
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
    void choosesTheLastCompleteWorkingDay() {
        assertThat(daily(null).text())
                .contains("! There is no working day with records before today; this report is about yesterday.\n")
                .contains("! There are no judged production records of this day.\n")
                .contains("Nothing was packed.\n");
        load(TinyExport.write(
                folder.resolve("one.csv"), TinyExport.row("1724001", "FI", "2025-04-15 08:05:00", "Pass")));
        assertThat(daily(null).text())
                .contains("! This is the only working day with records; more of them may still arrive.\n");
        load(TinyExport.write(
                folder.resolve("two.csv"), TinyExport.row("1724001", "FI", "2025-04-16 08:05:00", "Pass")));
        assertThat(daily(null).text())
                .contains("! This is the last complete working day; data of 2025-04-16 may still arrive.\n");
        load(TinyExport.write(
                folder.resolve("three.csv"), TinyExport.row("1724001", "FI", "2025-04-19 08:05:00", "Pass")));
        assertThat(daily(null).period().name()).isEqualTo("2025-04-16");
        assertThat(weekly(null).text()).contains("! This is the week of 2025-04-16, the last complete working day.");
    }

    @Test
    void afterALongStandstill_isAboutTheLastDayBeforeIt() {
        load(TinyExport.write(
                folder.resolve("one.csv"), TinyExport.row("1724001", "FI", "2024-04-16 08:05:00", "Pass")));
        load(TinyExport.write(
                folder.resolve("two.csv"), TinyExport.row("1724001", "FI", "2025-04-16 08:05:00", "Pass")));
        Report report = daily(null);
        assertThat(report.period().name()).isEqualTo("2024-04-16");
        assertThat(report.text())
                .contains("! This is the last complete working day; data of 2025-04-16 may still arrive.\n");
    }

    @Test
    void aWeekThatIsNotFinished_saysHowFarItsDataReaches_andLeavesOutTheRest() {
        load(TinyExport.write(folder));
        Report thursday = at("2025-04-17T14:00:00Z", null).weekly(TUESDAY, PlantStatus.unknown(), null);
        assertThat(oneLine(thursday))
                .startsWith("test Weekly report: Week 2025-W16, 2025-04-14 to 2025-04-20, unfinished: data up to"
                        + " 2025-04-16 ! This week is not finished: more of its data may still arrive. Days that"
                        + " have not arrived are left out. ")
                .contains(
                        "Packing records with a pass, by ISO week of the output day. The last week is unfinished: data up to 2025-04-16.")
                .contains("2025-04-14 0 0 2025-04-15 0 0 2025-04-16 1 1 PACKED BY WEEK");
        assertThat(thursday.subject()).isEqualTo("test: weekly report 2025-W16 (unfinished: data up to 2025-04-16)");
        Report saturday = at("2025-04-19T14:30:00Z", null).weekly(TUESDAY, PlantStatus.unknown(), null);
        assertThat(oneLine(saturday))
                .startsWith("test Weekly report: Week 2025-W16, 2025-04-14 to 2025-04-20 "
                        + "! The working days of this week are complete; weekend work may still be added. ")
                .contains("2025-04-17 0 0 2025-04-18 0 0 PACKED BY WEEK");
        assertThat(weekly(TUESDAY).text())
                .startsWith("test\nWeekly report: Week 2025-W16, 2025-04-14 to 2025-04-20\n\n");
    }

    @Test
    void aWeekToCome_hasNoDays() {
        load(TinyExport.write(folder));
        assertThat(oneLine(weekly(TUESDAY.plusWeeks(1))))
                .startsWith("test Weekly report: Week 2025-W17, 2025-04-21 to 2025-04-27, unfinished: no data yet "
                        + "! This week is not finished: none of its data has arrived. ")
                .doesNotContain("2025-04-21 0 0", "2025-04-22", "2025-W17 0");
    }

    @Test
    void aDayThatIsNotFinished_isMarked() {
        load(TinyExport.write(folder));
        assertThat(at("2025-04-16T14:00:00Z", null)
                        .daily(TUESDAY.plusDays(1), PlantStatus.unknown(), null)
                        .text())
                .startsWith("test\nDaily report: Wednesday, 2025-04-16, unfinished\n"
                        + "! This day is not finished: more of its data may still arrive.\n");
    }

    @Test
    void withinAWeek_theReportIsAboutTheWeekBefore() {
        load(TinyExport.write(folder));
        load(TinyExport.write(
                folder.resolve("next.csv"),
                TinyExport.row("1724009", "FI", "2025-04-21 18:00:00", "Pass"),
                TinyExport.row("1724009", "FI", "2025-04-22 18:00:00", "Pass")));
        assertThat(at("2025-04-23T14:00:00Z", null)
                        .weekly(null, PlantStatus.unknown(), null)
                        .text())
                .startsWith("test\nWeekly report: Week 2025-W16, 2025-04-14 to 2025-04-20\n"
                        + "! This is the week of 2025-04-16, the last week that is over.\n");
    }

    @Test
    void aLateReport_isAboutTheDayAndTheWeekBeforeItWasDue() {
        load(TinyExport.write(folder));
        load(TinyExport.write(
                folder.resolve("next.csv"), TinyExport.row("1724009", "FI", "2025-04-22 18:00:00", "Pass")));
        Reports late = at("2025-04-28T14:00:00Z", LocalDate.of(2025, 4, 19));
        assertThat(late.weekly(null, PlantStatus.unknown(), null).period().name())
                .isEqualTo("2025-W16");
        assertThat(late.daily(null, PlantStatus.unknown(), null).text())
                .contains("Daily report: Wednesday, 2025-04-16\n! This is the last complete working day.\n");
        assertThat(at("2025-04-28T14:00:00Z", null)
                        .weekly(null, PlantStatus.unknown(), null)
                        .period()
                        .name())
                .isEqualTo("2025-W17");
    }

    @Test
    void aDayWithoutProduction() {
        load(TinyExport.write(folder));
        Report report = daily(LocalDate.of(2025, 4, 18));
        assertThat(report.figures()).isEmpty();
        assertThat(report.text())
                .contains("! There are no judged production records of this day.\n")
                .contains("Tesla SXM4         n/a  VI2 0/0 × ASSY2 0/0 × FI 0/0 × FQC 0/0       n/a\n");
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

    private void load(Path export) {
        plant.load(export);
        plant.refresh();
    }

    private void publish(LocalDate day) {
        reports.publish(daily(day), null);
    }

    private Report daily(@Nullable LocalDate day) {
        return reports.daily(day, PlantStatus.unknown(), null);
    }

    private Report weekly(@Nullable LocalDate day) {
        return reports.weekly(day, PlantStatus.unknown(), null);
    }

    private static String oneLine(Report report) {
        return report.text().replaceAll("\\s+", " ");
    }

    private static Key key(String period, String figure, String station) {
        return new Key(period, figure, "Tesla SXM4", station);
    }

    private static Figure figure(
            String period, String figure, String station, long numerator, @Nullable Long denominator) {
        return new Figure(key(period, figure, station), numerator, denominator);
    }
}
