package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.demo.ExportFile;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.ask.RejectsOperation;
import io.yieldline.operation.ask.RejectsOperation.What;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A correction wins, or says that it did not: by the time of the document, else by that of the arrival. */
abstract class VersionContract extends PlantSuite {
    private static final String STATUSES =
            "select serial_number, status from workstation_master_log order by serial_number";
    private static final Step FAILED = Step.first().with(Step.STATUS, "Fail");
    private static final Step PASSED = Step.first();

    VersionContract(Engine engine) {
        super(engine);
    }

    @Test
    void aNarrowerCsvThatCorrectsADay_wins() {
        plant.load(csv("full", FAILED, Step.second()));
        ExportReport corrected = later(csv("corrected_day", PASSED));

        assertThat(corrected.counts()).isEqualTo(new LoadCounts(1, 0, 0, 1, 0, 0, 0));
        assertThatAllAgree("1321025000001,Pass", "1321025000002,Pass");
    }

    @Test
    void ofCsvFilesWithTheSameRecords_theLastToArriveWins_whateverTheirContents() {
        for (String status : List.of("Fail", "Pass", "Scrap", "Serving", "Fail", "Repair", "Pass")) {
            later(csv(
                    status + plant.now().getEpochSecond(),
                    PASSED.with(Step.STATUS, status)
                            .with(Step.OPERATOR, plant.now().toString())));
            assertThat(plant.lines(STATUSES)).containsExactly("1321025000001," + status);
        }
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void aWebPage_isOrderedByItsArrivalToo() throws IOException {
        plant.load(csv("a", FAILED));
        Path page = Files.writeString(
                file("b.html"),
                "<table><tr><td>" + String.join("<td>", Step.HEADER) + "<tr><td>" + String.join("<td>", PASSED.row())
                        + "</table>");

        assertThat(later(page).counts().revised()).isEqualTo(1);
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void aWorkbookThatWasCorrectedInPlace_winsByItsModifiedTime() {
        Instant made = Instant.parse("2025-04-10T12:00:00Z");
        plant.load(workbook("original", made, made, FAILED));

        assertThat(later(workbook("corrected", made, made.plusSeconds(60), PASSED))
                        .counts()
                        .revised())
                .isEqualTo(1);
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void aWorkbookThatArrivesAfterANewerOne_isOutdated() {
        Instant made = Instant.parse("2025-04-10T12:00:00Z");
        plant.load(workbook("corrected", made, made.plusSeconds(60), PASSED));

        assertThat(later(workbook("original", made, made, FAILED)).counts())
                .isEqualTo(new LoadCounts(1, 0, 0, 0, 1, 0, 0));
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void aTimeWithOffset_isComparedAsInstant() {
        plant.load(workbook("a", "2025-04-10T13:00:00+02:00", FAILED));

        assertThat(later(workbook("b", "2025-04-10T11:30:00Z", PASSED)).counts().revised())
                .isEqualTo(1);
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void workbooksOfTheSameTime_areOrderedByTheirArrival() {
        plant.load(xlsx("a", 10, PASSED));
        later(xlsx("b", 10, FAILED));
        assertThat(plant.lines(STATUSES)).containsExactly("1321025000001,Fail");
        later(xlsx("c", 10, PASSED.with(Step.OPERATOR, "Bob")));
        assertThatAllAgree("1321025000001,Pass");
    }

    @Test
    void filesOfOneCommand_areOrderedByTheirNames_notByTheirPlaceInIt() {
        Path older = csv("report 2025-04-02", FAILED);
        Path newer = csv("a report 2025-04-03", PASSED);
        plant.load(List.of(newer, older));
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void aCsvThatWasParked_isAsOldAsItsArrival() throws IOException {
        Path bad = Files.writeString(
                file("bad.csv"),
                String.join(",", Step.HEADER) + "\n" + String.join(",", FAILED.row()) + "\n"
                        + String.join(",", Step.second().with(Step.END, "never").row()) + "\n");
        assertThat(plant.load(bad).outcome()).isEqualTo(Outcome.PARKED);
        later(csv("good", PASSED));
        String settings = Files.readString(plant.home().settingsFile());
        Files.writeString(
                plant.home().settingsFile(),
                settings.replaceAll("reject_threshold_percent: .*", "reject_threshold_percent: 60"));
        plant.reopen();

        plant.run(new RetryOperation(), new RetryOperation.Parameters(List.of()));

        assertThat(plant.number(
                        "select outdated_count from export where status = 'loaded' and file_name like '%bad.csv'"))
                .isEqualTo(1);
        assertThatAllAgree("1321025000001,Pass");
    }

    @Test
    void aClockThatIsSetBack_makesNoArrivalOlder() {
        plant.load(csv("a", FAILED));
        plant.pass(Duration.ofDays(-30));
        plant.load(csv("b", PASSED));
        assertThatBothAgree("1321025000001,Pass");
    }

    @Test
    void receiptsOfAnEarlierVersion_giveTheOrderThatItHad() throws IOException {
        plant.load(csv("full", FAILED, Step.second()));
        later(csv("corrected_day", PASSED));
        Files.writeString(
                receipts(), Files.readString(receipts()).replaceAll(",\"(crc32c|arrived)\":\"[0-9a-f:.T-]*\"", ""));

        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.lines(STATUSES)).containsExactly("1321025000001,Fail", "1321025000002,Pass");

        later(csv("corrected again", PASSED.with(Step.OPERATOR, "Bob")));
        assertThat(plant.lines(STATUSES)).containsExactly("1321025000001,Pass", "1321025000002,Pass");
    }

    /** In the master log, and after a rebuild from archive and receipts. */
    private void assertThatBothAgree(String... statuses) {
        assertThat(plant.lines(STATUSES)).containsExactly(statuses);
        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.lines(STATUSES)).as("after a rebuild").containsExactly(statuses);
    }

    /** Also after a rebuild from receipts that the database wrote. */
    private void assertThatAllAgree(String... statuses) {
        assertThatBothAgree(statuses);
        assertThat(receipts().toFile().delete()).isTrue();
        plant.load(List.of());
        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());
        assertThat(plant.lines(STATUSES)).as("with receipts of the database").containsExactly(statuses);
    }

    @Test
    void minutePrecision_loosesNoRow_andListsBothVersionsOfEachPair() {
        Step fail = minute("1321025000001", "2025-06-03 09:05", "Fail");
        Step pass = minute("1321025000002", "2025-06-03 09:06", "Pass");
        ExportReport report =
                plant.load(csv("minutes", fail, fail.with(Step.STATUS, "Pass"), pass, pass.with(Step.STATUS, "Fail")));

        assertThat(report.counts()).isEqualTo(new LoadCounts(4, 2, 0, 0, 2, 0, 0));
        assertThatBothAgree("1321025000001,Pass", "1321025000002,Fail");
        assertThat(outdated())
                .containsExactly(
                        "1321025000001 row 2: status Fail, row 3 counts: Pass",
                        "1321025000002 row 4: status Pass, row 5 counts: Fail");
    }

    @Test
    void aFailureAndItsRetestInOneSecond_contradictToo_inAnyColumn() {
        plant.load(xlsx("a", 10, FAILED, PASSED.with(Step.OPERATOR, "Bob")));

        assertThat(outdated())
                .containsExactly(
                        "1321025000001 row 2: operator Ann, row 3 counts: Bob",
                        "1321025000001 row 2: status Fail, row 3 counts: Pass");
    }

    @Test
    void aReplacedVersion_isListedBesideTheOneThatCounts_alsoByExport() {
        plant.load(csv("a", FAILED, Step.second()));
        later(csv("b", PASSED));

        assertThat(outdated()).containsExactly("1321025000001 row 2: status Fail, row 2 counts: Pass");
        assertThat(plant.ask(new RejectsOperation(), new RejectsOperation.Parameters(2L, What.OUTDATED, 10))
                        .table()
                        .rows())
                .hasSize(1);
        assertThat(plant.ask(new RejectsOperation(), new RejectsOperation.Parameters(3L, What.OUTDATED, 10))
                        .table()
                        .rows())
                .isEmpty();
    }

    private List<String> outdated() {
        return plant.ask(new RejectsOperation(), new RejectsOperation.Parameters(null, What.OUTDATED, 10))
                .table()
                .named()
                .map(row -> row.value("serial_number") + " row " + row.value("row") + ": " + row.value("column") + " "
                        + row.value("outdated") + ", row " + row.value("counts_row") + " counts: "
                        + row.value("counts"))
                .toList();
    }

    private static Step minute(String serialNumber, String time, String status) {
        return Step.of(serialNumber, "ICT", time).with(Step.START, time).with(Step.STATUS, status);
    }

    private ExportReport later(Path export) {
        plant.pass(Duration.ofMinutes(1));
        return plant.load(export);
    }

    private Path csv(String name, Step... steps) {
        return Step.csv(file(name + ".csv"), steps);
    }

    private Path workbook(String name, Instant created, Instant modified, Step... steps) {
        return workbook(name, created, modified.toString(), steps);
    }

    private Path workbook(String name, String modified, Step... steps) {
        return workbook(name, Instant.parse("2025-04-01T00:00:00Z"), modified, steps);
    }

    private Path workbook(String name, Instant created, String modified, Step... steps) {
        return ExportFile.xlsx(
                file(name + ".xlsx"),
                created,
                modified,
                Step.HEADER,
                Stream.of(steps).map(Step::row).toList());
    }

    private Path receipts() {
        return plant.home().receipts(engine.label().toLowerCase(Locale.ROOT));
    }
}
