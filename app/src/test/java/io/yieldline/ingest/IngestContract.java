package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.UserError;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.warehouse.Engine;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of exports, the same on every engine. */
abstract class IngestContract extends PlantSuite {
    private static final String CURRENT =
            "select serial_number, station, status, operator, outbound_version from workstation_master_log"
                    + " order by serial_number, station";

    IngestContract(Engine engine) {
        super(engine);
    }

    @Test
    void rows_ofAFirstExport_areNew() {
        ExportReport report = plant.load(xlsx("a", 10, Step.first(), Step.second()));

        assertCounts(report, "2 rows: 2 new, 0 duplicate, 0 revised, 0 rejected");
        assertThat(report.feed()).isEqualTo("workstation");
        assertThat(report.days())
                .isEqualTo(new LoadedDays(LocalDate.parse("2025-04-01"), LocalDate.parse("2025-04-02"), 2));
        assertThat(plant.lines(CURRENT))
                .containsExactly("1321025000001,VI2,Pass,Ann,A", "1321025000002,FQC,Pass,Ann,A");
    }

    @Test
    void rows_ofAnOverlappingExport_areDuplicates() {
        plant.load(xlsx("a", 10, Step.first()));

        assertCounts(
                plant.load(xlsx("b", 11, Step.first(), Step.second())),
                "2 rows: 1 new, 1 duplicate, 0 revised, 0 rejected");
    }

    @Test
    void aRowTwiceInAnExport_isNewOnceAndADuplicate() {
        assertCounts(
                plant.load(xlsx("a", 10, Step.first(), Step.second(), Step.first())),
                "3 rows: 2 new, 1 duplicate, 0 revised, 0 rejected");
    }

    @Test
    void twoVersionsInAnExport_areOneNewAndOneOutdated_andTheLastRowCounts() {
        assertCounts(
                plant.load(xlsx("a", 10, Step.first(), Step.first().with(Step.OPERATOR, "Bob"))),
                "2 rows: 1 new, 0 duplicate, 0 revised, 1 outdated, 0 rejected");
        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,VI2,Pass,Bob,A");
        assertThat(plant.number("select count(*) from workstation_history")).isEqualTo(1);
    }

    @Test
    void aCorrectedRecord_replacesTheKnownOneAndKeepsItInHistory() {
        plant.load(xlsx("a", 10, Step.first(), Step.second()));
        ExportReport report = plant.load(xlsx("b", 11, failed()));

        assertCounts(report, "1 rows: 0 new, 0 duplicate, 1 revised, 0 rejected");
        assertThat(plant.lines(CURRENT))
                .containsExactly("1321025000001,VI2,Fail,Ann,A", "1321025000002,FQC,Pass,Ann,A");
        assertThat(plant.lines("select serial_number, status, verdict, export_id from workstation_history"))
                .containsExactly("1321025000001,Pass,pass,1");
    }

    @Test
    void anOlderVersion_thatArrivesLater_loses() {
        plant.load(xlsx("b", 11, failed()));
        ExportReport report = plant.load(xlsx("a", 10, Step.first()));

        assertCounts(report, "1 rows: 0 new, 0 duplicate, 0 revised, 1 outdated, 0 rejected");
        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,VI2,Fail,Ann,A");
        assertThat(plant.lines("select status from workstation_history")).containsExactly("Pass");
    }

    @Test
    void aVersionFromHistory_thatIsExportedAgain_winsAndLeavesHistory() {
        plant.load(xlsx("a", 10, Step.first()));
        plant.load(xlsx("b", 11, failed()));
        plant.load(xlsx("c", 12, Step.first().with(Step.VERSION, "B")));

        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,VI2,Pass,Ann,B");
        assertThat(plant.lines("select status from workstation_history")).containsExactly("Fail");
        assertThat(plant.number("select count(*) from sighting")).isEqualTo(1);
    }

    @Test
    void anAttribute_followsTheNewestExportWithoutARevision() {
        plant.load(xlsx("a", 11, Step.first().with(Step.VERSION, "B")));
        assertCounts(
                plant.load(xlsx("b", 10, Step.first().with(Step.VERSION, "C"))),
                "1 rows: 0 new, 1 duplicate, 0 revised, 0 rejected");
        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,VI2,Pass,Ann,B");

        assertCounts(
                plant.load(xlsx("c", 12, Step.first().with(Step.VERSION, "A"))),
                "1 rows: 0 new, 1 duplicate, 0 revised, 0 rejected");
        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,VI2,Pass,Ann,A");
    }

    @Test
    void attributesOfEqualRows_areThoseOfTheFirst() {
        plant.load(xlsx(
                "both",
                10,
                Step.first().with(Step.VERSION, "A"),
                Step.first().with(Step.VERSION, "B"),
                Step.second().with(Step.VERSION, "B"),
                Step.second().with(Step.VERSION, "A")));

        assertThat(plant.lines(CURRENT))
                .containsExactly("1321025000001,VI2,Pass,Ann,A", "1321025000002,FQC,Pass,Ann,B");
    }

    @Test
    void anotherSpellingOfTheStation_isTheSameEventAndTheNewestCounts() {
        plant.load(xlsx("b", 11, Step.first().with(Step.STATION, "Vi2")));
        assertCounts(
                plant.load(xlsx("a", 10, Step.first())),
                "1 rows: 0 new, 0 duplicate, 0 revised, 1 outdated, 0 rejected");
        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,Vi2,Pass,Ann,A");

        plant.load(xlsx("c", 12, Step.first().with(Step.OPERATOR, "Bob")));
        assertThat(plant.lines(CURRENT)).containsExactly("1321025000001,VI2,Pass,Bob,A");
    }

    @Test
    void aTimeFinerThanTheDatabase_isTheSameEventWhenExportedAgain() {
        Step fine = Step.first().with(Step.END, "2025-04-01 08:00:00.123456789");
        plant.load(Step.csv(folder.resolve("a.csv"), fine));

        assertCounts(
                plant.load(Step.csv(folder.resolve("b.csv"), fine, Step.second())),
                "2 rows: 1 new, 1 duplicate, 0 revised, 0 rejected");
    }

    @Test
    void anEventOfTheFirstOrTheLastYear_isLoaded() {
        assertCounts(
                plant.load(Step.csv(
                        folder.resolve("a.csv"),
                        Step.first().with(Step.START, "1000-01-01 00:00:00"),
                        Step.second().with(Step.END, "9999-12-31 23:59:59"))),
                "2 rows: 2 new, 0 duplicate, 0 revised, 0 rejected");
    }

    @Test
    void aRejectedRow_isKeptWithItsCells() {
        Step[] steps = new Step[21];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Step.of("13210250" + (10_000 + i), "VI2", "2025-04-01 08:00:00");
        }
        steps[20] = Step.first().with(Step.END, "01/04/2025");
        ExportReport report = plant.load(xlsx("a", 10, steps));

        assertCounts(report, "21 rows: 20 new, 0 duplicate, 0 revised, 1 rejected");
        assertThat(report.rejections())
                .containsExactly("row 22: History station end time \"01/04/2025\""
                        + " is not a valid timestamp; write it as 2025-04-15 13:45:00");
        assertThat(plant.lines("select export_id, row_number, column_name, value, reason, cells from rejected_row"))
                .containsExactly("1,22,History station end time,01/04/2025,is not a valid timestamp; write it as"
                        + " 2025-04-15 13:45:00,[\"1321025000001\",\"692-2G506-0200-0R6\",\"A\",\"VI2\","
                        + "\"2025-04-01 07:00:00\",\"01/04/2025\",\"NC PG506\",\"Tesla SXM4\",\"Pass\",\"Ann\"]");
    }

    @Test
    void aTextTooLongToStore_rejectsItsRowOnly() {
        Step[] steps = new Step[21];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Step.of("13210250" + (10_000 + i), "VI2", "2025-04-01 08:00:00");
        }
        steps[19] = Step.first().with(Step.OPERATOR, "x".repeat(4_000));
        steps[20] = Step.first().with(Step.OPERATOR, "y".repeat(32_000));
        ExportReport report = plant.load(xlsx("a", 10, steps));

        assertCounts(report, "21 rows: 20 new, 0 duplicate, 0 revised, 1 rejected");
        assertThat(report.rejections())
                .containsExactly("row 22: operator \"" + "y".repeat(180)
                        + "… (4,000 characters)\" is longer than the 4,000 characters"
                        + " that are stored, or its row than 250,000; shorten it and export again");
        assertThat(plant.number("select max(length(operator)) from workstation_master_log"))
                .isEqualTo(4_000);
    }

    @Test
    void rejectedRows_beyondTheMemoryForThem_areAllKept() {
        Step[] steps = new Step[300];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Step.of("13210250" + (10_000 + i), "VI2", i % 2 == 0 ? "never" : "2025-04-01 08:00:00")
                    .with(Step.OPERATOR, "x".repeat(20_000))
                    .with(Step.STATUS, "z".repeat(4_000));
        }
        ExportReport report = plant.load(List.of(Step.csv(folder.resolve("a.csv"), steps)), BigDecimal.valueOf(100))
                .exports()
                .get(0);

        assertCounts(report, "300 rows: 0 new, 0 duplicate, 0 revised, 300 rejected");
        assertThat(plant.number("select count(distinct row_number) from rejected_row"))
                .isEqualTo(300);
    }

    @Test
    void aLoadThatIsStopped_leavesNothingAndCanBeRepeated() {
        Step[] steps = new Step[2_000];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Step.of("13210250" + (10_000 + i), "VI2", i == 700 ? "never" : "2025-04-01 08:00:00");
        }
        Path export = Step.csv(folder.resolve("a.csv"), steps);
        Ingest ingest = new Ingest(plant.plant(), Feeds.builtIn(), plant.warehouse(), plant::now);

        for (int step = 1; step <= 3; step++) {
            IngestProgress stopping = new StoppingProgress(step);
            assertThatThrownBy(() -> ingest.load(List.of(export), null, null, stopping))
                    .isInstanceOf(UserError.class)
                    .hasMessage("stopped");
            assertThat(plant.number("select (select count(*) from export) + (select count(*) from rejected_row)"
                            + " + (select count(*) from workstation_master_log)"))
                    .isZero();
        }
        assertCounts(plant.load(export), "2000 rows: 1999 new, 0 duplicate, 0 revised, 1 rejected");
    }

    /** Stops at the given step. */
    private static final class StoppingProgress extends SilentProgress {
        private int left;

        StoppingProgress(int left) {
            this.left = left;
        }

        @Override
        public void step() {
            if (--left == 0) {
                throw new UserError("stopped");
            }
        }
    }

    @Test
    void recordsOfTooManyDays_parkTheExport() {
        LocalDate first = LocalDate.parse("2000-01-01");
        Step[] steps = new Step[4_001];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Step.of("1321025000001", "VI2", first.plusDays(i) + " 08:00:00");
        }
        ExportReport report = plant.load(Step.csv(folder.resolve("a.csv"), steps));

        assertThat(report.outcome()).isEqualTo(Outcome.PARKED);
        assertThat(report.reason())
                .isEqualTo(
                        "its records are of more than 4000 different days; check the times, or export a shorter period");
    }

    @Test
    void knownBytesUnderAnotherName_changeNothing() {
        plant.load(xlsx("a", 10, Step.first()));
        ExportReport report = plant.load(xlsx("copy", 10, Step.first()));

        assertThat(report.outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(report.reason())
                .isEqualTo("the same bytes were loaded on 2025-06-02 08:00 as export 1 (" + folder.resolve("a.xlsx")
                        + ")");
        assertThat(plant.number("select count(*) from export")).isEqualTo(1);
    }

    static void assertCounts(ExportReport report, String counts) {
        assertThat(report.counts().rows() + " rows: " + report.counts().added() + " new, "
                        + report.counts().duplicate() + " duplicate, "
                        + report.counts().revised() + " revised, "
                        + (report.counts().outdated() == 0
                                ? ""
                                : report.counts().outdated() + " outdated, ")
                        + report.counts().rejected() + " rejected")
                .as(() -> report.outcome() + " " + report.reason())
                .isEqualTo(counts);
    }

    private static Step failed() {
        return Step.first().with(Step.STATUS, "Fail");
    }
}
