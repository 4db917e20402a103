package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports that are refused whole, and what is kept of every file. */
abstract class ParkingContract extends PlantSuite {
    private static final String BAD_END = "row 3: History station end time \"yesterday\" is not a valid timestamp;"
            + " write it as 2025-04-15 13:45:00";

    private static final String TRUNCATED =
            "the file is truncated or damaged; it is still being written, or the download failed: wait, or export it again";

    ParkingContract(Engine engine) {
        super(engine);
    }

    @Test
    void timesThatLostTheirSeconds_areRefused_whereTheFeedHasThem() {
        Step exact = Step.of("1321025000001", "VI2", "2025-04-01 08:00:31");
        Step lost = Step.of("1321025000001", "VI2", "2025/4/1 8:00");
        Step whole = Step.of("1321025000002", "VI2", "2025-04-01 09:00:00");
        Step never = Step.of("1321025000003", "VI2", "never");
        assertThat(plant.load(Step.csv(file("order.csv"), lost, never, exact)).reason())
                .as("the first rejected row of the file, although the second is known before it")
                .startsWith("2 of 3 rows were rejected, more than the threshold of 5 %; first: row 2: ");
        ExportReport mixed = plant.load(
                        List.of(Step.csv(file("mixed.csv"), lost, whole, exact, lost)), new BigDecimal("100"))
                .exports()
                .get(0);

        assertThat(mixed.counts()).isEqualTo(new LoadCounts(4, 2, 0, 0, 0, 2, 0));
        assertThat(mixed.rejections())
                .contains(
                        "row 2: History station end time \"2025/4/1 8:00\" has no seconds, but other times of this feed have them;"
                                + " load the file as it was exported, without saving it in a spreadsheet program");
        assertThat(plant.load(Step.csv(file("saved.csv"), lost)).outcome()).isEqualTo(Outcome.PARKED);
        assertThat(plant.load(Step.csv(file("minutes.csv"), whole)).counts().duplicate())
                .isEqualTo(1);
    }

    @Test
    void timesOfAFeedThatNeverHasSeconds_areTaken() {
        Step first = Step.of("1321025000001", "VI2", "2025-04-01 08:00");
        Step second = Step.of("1321025000001", "FQC", "2025-04-01 8:20");

        assertThat(plant.load(Step.csv(file("a.csv"), first, second)).counts().added())
                .isEqualTo(2);
        assertThat(plant.load(Step.csv(file("b.csv"), second, first)).counts().duplicate())
                .isEqualTo(2);
    }

    @Test
    void tooManyRejectedRows_parkTheExport() {
        ExportReport report = plant.load(halfBad());

        assertParked(report, "1 of 2 rows were rejected, more than the threshold of 5 %; first: " + BAD_END);
        assertThat(report.feed()).isEqualTo("workstation");
        assertThat(report.counts().rejected()).isEqualTo(1);
        assertThat(plant.lines("select status, row_count, new_count, rejected_count from export"))
                .containsExactly("parked,2,0,1");
        assertThat(plant.number("select count(*) from rejected_row")).isEqualTo(1);
    }

    @Test
    void parkedExport_withAHigherThreshold_isLoaded() {
        Path export = halfBad();
        plant.load(export);
        ExportReport report =
                plant.load(List.of(export), new BigDecimal("50")).exports().get(0);

        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(plant.lines("select status, row_count, new_count, rejected_count from export"))
                .containsExactly("loaded,2,1,1");
        assertThat(plant.number("select count(*) from rejected_row")).isEqualTo(1);
        assertThat(plant.number("select count(*) from workstation_master_log")).isEqualTo(1);
    }

    @Test
    void aFileThatIsGone_failsAndIsNotParked() {
        Path gone = file("gone.csv");
        ExportReport report = new Ingest(plant.plant(), Feeds.builtIn(), plant.warehouse(), plant::now)
                .load(List.of(gone), null, null, new SilentProgress())
                .get(0);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.reason())
                .isEqualTo(gone + ": is gone, moved or deleted before it could be read; nothing of it was loaded or"
                        + " parked; if it is still needed, export it again");
        assertThat(plant.number("select count(*) from export")).isZero();
    }

    @Test
    void aFileThatMayNotBeRead_failsAndIsNotParked() throws IOException {
        Path closed = halfBad();
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "this user may read every file");
        ExportReport report = plant.load(closed);

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.reason())
                .isEqualTo(
                        closed + ": cannot be read (AccessDenied: " + closed + "); nothing of it was loaded or parked;"
                                + " give the user of this program read permission, then load it again");
    }

    @Test
    void thresholdOfTheCall_isNamedAsWritten() {
        assertThat(plant.load(List.of(halfBad()), new BigDecimal("49.5"))
                        .exports()
                        .get(0)
                        .reason())
                .startsWith("1 of 2 rows were rejected, more than the threshold of 49.5 %; first: row 3: ");
    }

    @Test
    void unknownHeader_parksTheExport() {
        assertParked(
                plant.load(Step.lines(file("list.csv"), List.of("name,colour", "a,b"))),
                "no row is the header of a known feed; for the columns of each feed, see: yieldline feeds");
    }

    @Test
    void headerThatSharesAFewColumns_isNoFeed() {
        assertParked(
                plant.load(Step.lines(file("list.csv"), List.of("SN,PN,Model,colour", "1,2,3,4"))),
                "no row is the header of a known feed; for the columns of each feed, see: yieldline feeds");
    }

    @Test
    void missingColumn_parksTheExportAndIsNamed() {
        List<String> lines = readCsv(Step.csv(file("whole.csv"), Step.first()));
        String header = lines.get(0).replace("Workstation Name", "Place").replace("Service Flow", "Way");

        assertParked(
                plant.load(Step.lines(file("cut.csv"), List.of(header, lines.get(1)))),
                "looks like a workstation export, but has no column \"Workstation Name\", \"Service Flow\";"
                        + " export it again with all columns");
    }

    @Test
    void repeatedColumn_parksTheExport() {
        List<String> lines = readCsv(Step.csv(file("whole.csv"), Step.first()));

        assertParked(
                plant.load(Step.lines(file("twice.csv"), List.of(lines.get(0) + ",OPERATOR", lines.get(1) + ",Bob"))),
                "column \"OPERATOR\" appears twice in the header; remove one");
    }

    @Test
    void truncatedWorkbook_isParkedAndTheNextExportIsLoaded() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx("whole", 10, Step.first(), Step.second()));
        Path cut = Files.write(file("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        List<ExportReport> reports =
                plant.load(List.of(cut, file("whole.xlsx"))).exports();

        assertParked(reports.get(0), TRUNCATED);
        assertThat(reports.get(1).outcome()).isEqualTo(Outcome.LOADED);
    }

    @Test
    void exportWithoutRows_isLoadedWithNothing() {
        ExportReport report = plant.load(xlsx("empty", 10));

        assertThat(report.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(report.counts().rows()).isZero();
        assertThat(report.days()).isNull();
    }

    @Test
    void unknownColumns_areReportedAndLeftOut() {
        List<String> lines = readCsv(Step.csv(file("whole.csv"), Step.first()));
        ExportReport report = plant.load(
                Step.lines(file("more.csv"), List.of(lines.get(0) + ", Colour ,Shift", lines.get(1) + ",red,2")));

        assertThat(report.unknownColumns()).containsExactly("Colour", "Shift");
        assertThat(plant.lines("select unknown_columns from export")).containsExactly("Colour, Shift");
    }

    @Test
    void titleRowsAboveTheHeader_areSkipped() {
        List<String> lines = readCsv(Step.csv(file("plain.csv"), Step.first()));
        ExportReport report = plant.load(
                Step.lines(file("titled.csv"), List.of("Output report,April", ",,", lines.get(0), lines.get(1))));

        assertThat(report.counts().added())
                .as(() -> report.outcome() + " " + report.reason())
                .isEqualTo(1);
        assertThat(plant.lines("select row_number from workstation_master_log")).containsExactly("4");
    }

    @Test
    void filesOfTheUser_stayAsTheyAreAndTheArchiveHasTheirBytes() throws IOException {
        Path export = xlsx("a", 10, Step.first());
        FileTime time = FileTime.from(Instant.parse("2025-04-11T08:00:00Z"));
        Files.setLastModifiedTime(export, time);
        byte[] bytes = Files.readAllBytes(export);
        ExportReport report = plant.load(export);

        assertThat(export).hasBinaryContent(bytes);
        assertThat(Files.getLastModifiedTime(export)).isEqualTo(time);
        Path archived = new Archive(plant.home().archive()).path(report.sha256());
        assertThat(archived)
                .hasBinaryContent(bytes)
                .hasParent(plant.home().archive().resolve(report.sha256().substring(0, 2)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archived)))
                .isEqualTo("r--------");
        assertThat(plant.home().archive().resolve("staging")).isEmptyDirectory();
    }

    private Path halfBad() {
        return xlsx("bad", 10, Step.first(), Step.second().with(Step.END, "yesterday"));
    }

    private static List<String> readCsv(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertParked(ExportReport report, String reason) {
        assertThat(report.reason()).isEqualTo(reason);
        assertThat(report.outcome()).isEqualTo(Outcome.PARKED);
    }
}
