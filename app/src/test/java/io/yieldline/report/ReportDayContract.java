package io.yieldline.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import io.yieldline.warehouse.Engine;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Which day or week a report is about, and what it says of days that are not over. */
abstract class ReportDayContract extends ReportSuite {
    ReportDayContract(Engine engine) {
        super(engine);
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
}
