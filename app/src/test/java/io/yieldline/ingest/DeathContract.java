package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.change.RebuildOperation;
import io.yieldline.operation.load.RetryOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports that were being read when the process died, on every engine. The death itself is in {@code DeathTest}. */
abstract class DeathContract extends PlantSuite {
    private static final LocalDateTime THEN = LocalDateTime.parse("2025-06-01T07:59:58");
    private static final String REASON =
            "the program died 2 times while it read this file, the last time alone, begun on"
                    + " 2025-06-01 07:59:58; it is not read again automatically; if something else ended the program, load it with:"
                    + " yieldline retry EXPORT";

    DeathContract(Engine engine) {
        super(engine);
    }

    @Test
    void exportsOfADeadProcess_areReadLast_andClearedWhenTheyPass() throws IOException {
        List<Path> exports = List.of(csv("a"), csv("b"), csv("c"));
        die(false, exports.get(0), exports.get(1));
        List<ExportReport> reports = plant.load(exports).exports();

        assertThat(reports).extracting(ExportReport::file).containsExactly(text(exports));
        assertThat(reports).extracting(ExportReport::exportId).containsExactly(2L, 3L, 1L);
        assertThat(plant.notes()).containsExactly(last("a"), last("b"));
        assertThat(plant.home().reading()).isEmptyDirectory();
    }

    @Test
    void exportThatWasAloneAtTheSecondDeath_isParked_andNoOther() throws IOException {
        List<Path> exports = List.of(csv("a"), csv("killer"), csv("b"));
        die(false, exports.toArray(Path[]::new));
        die(true, exports.get(1));
        List<ExportReport> reports = plant.load(exports).exports();

        assertThat(reports)
                .extracting(ExportReport::outcome)
                .containsExactly(Outcome.LOADED, Outcome.LOADED, Outcome.PARKED);
        assertThat(reports.get(2).reason()).isEqualTo(REASON);
        assertThat(plant.lines("select file_name, reason from export where status = 'parked'"))
                .containsExactly(exports.get(1) + "," + REASON);
    }

    /** Whatever killed the process, the others that were read at that time were not alone. */
    @Test
    void deathsBesideOthers_neverParkAnExport() throws IOException {
        List<Path> exports = List.of(csv("a"), csv("b"));
        for (int i = 0; i < 5; i++) {
            die(false, exports.get(0), exports.get(1));
        }

        assertThat(plant.load(exports).exports())
                .extracting(ExportReport::outcome)
                .containsOnly(Outcome.LOADED);
    }

    @Test
    void onlyExport_isParkedAfterTheSecondDeath() throws IOException {
        Path export = csv("a");
        die(true, export);
        try (ReadAttempts left = ReadAttempts.open(plant.home())) {
            assertThat(left.suspect(Archive.hash(export))).isTrue();
            assertThat(left.refusal(Archive.hash(export))).isEmpty();
        }
        die(true, export);

        assertThat(plant.load(export).reason()).isEqualTo(REASON);
    }

    @Test
    void stop_isNoDeath_andChangesNoSuspicion() throws IOException {
        Path fresh = csv("fresh");
        Path suspect = csv("suspect");
        die(false, suspect);
        for (int i = 0; i < 5; i++) {
            try (ReadAttempts stopped = ReadAttempts.open(plant.home())) {
                stopped.begin(Archive.hash(fresh), "fresh", THEN, false);
                stopped.begin(Archive.hash(suspect), "suspect", THEN, true);
            }
        }

        plant.load(List.of(fresh, suspect));
        assertThat(plant.notes()).containsExactly(last("suspect"));
        assertThat(plant.number("select count(*) from export where status = 'loaded'"))
                .isEqualTo(2);
    }

    @Test
    void refusedExportInTheInbox_isMovedToParked() throws IOException {
        Path killer = Files.move(csv("killer"), plant.home().inbox().resolve("killer.csv"));
        Files.setLastModifiedTime(killer, FileTime.from(plant.now().minusSeconds(60)));
        die(true, killer);
        die(true, killer);
        plant.takeInbox(null);

        assertThat(plant.home().inbox()).isEmptyDirectory();
        assertThat(plant.home().parked().resolve("killer.csv")).exists();
        assertThat(plant.home().parked().resolve("killer.csv.reason.txt"))
                .content()
                .contains("reason  " + REASON + "\n");
    }

    /** Such as an upload that nobody sends again: its bytes are in the archive. */
    @Test
    void refusedExportThatNobodyLoads_isParkedByTheNextLoad() throws IOException {
        Path killer = csv("killer");
        new Archive(plant.home().archive()).store(killer);
        die(true, killer);
        die(true, killer);

        assertThat(plant.load(List.of()).exports()).singleElement().satisfies(report -> {
            assertThat(report.outcome()).isEqualTo(Outcome.PARKED);
            assertThat(report.file()).isEqualTo("killer.csv");
        });
        assertThat(plant.load(List.of()).exports()).isEmpty();
    }

    @Test
    void refusedExport_isReadAgainOnlyWhenItIsNamed() throws IOException {
        Path killer = csv("killer");
        die(true, killer);
        die(true, killer);
        plant.load(killer);
        plant.run(new RebuildOperation(), new RebuildOperation.Parameters());

        assertThat(retry(List.of())).isEqualTo(REASON);
        assertThat(retry(List.of(Archive.hash(killer)))).isNull();
        assertThat(plant.number("select count(*) from export where status = 'loaded'"))
                .isEqualTo(1);
        assertThat(plant.home().reading()).isEmptyDirectory();
    }

    @Test
    void exportThatWasLoadedJustBeforeTheDeath_isCleared() throws IOException {
        Path export = csv("a");
        plant.load(export);
        die(true, export);
        die(true, export);

        assertThat(plant.load(export).outcome()).isEqualTo(Outcome.KNOWN);
        assertThat(plant.home().reading()).isEmptyDirectory();
    }

    @Test
    void attemptThatCannotBeRead_makesASuspect() throws IOException {
        Path export = csv("a");
        Files.createDirectories(plant.home().reading());
        Files.write(plant.home().reading().resolve(Archive.hash(export)), new byte[] {(byte) 0xff, 0});
        Files.writeString(plant.home().reading().resolve("no hash"), "");
        plant.load(List.of(export, csv("b")));

        assertThat(plant.notes()).containsExactly(last("a"));
        assertThat(plant.number("select count(*) from export where status = 'loaded'"))
                .isEqualTo(2);
    }

    @Test
    void attemptThatCannotBeRecorded_failsTheExport() throws IOException {
        Files.writeString(plant.home().reading(), "");
        Files.delete(plant.home().reading());
        Files.createDirectories(plant.home().reading().resolve(Archive.hash(csv("a")) + ".part"));
        ExportReport report = plant.load(file("a.csv"));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.reason())
                .startsWith(plant.home().reading() + ": cannot record which export is read (FileSystem: ")
                .endsWith(
                        "; give the user of this program write access, free space on its disk, then load the file again");
    }

    private String retry(List<String> exports) {
        return plant.run(new RetryOperation(), new RetryOperation.Parameters(exports))
                .exports()
                .get(0)
                .reason();
    }

    /** A process reads these exports and is killed. */
    private void die(boolean alone, Path... exports) {
        try (ReadAttempts attempts = ReadAttempts.open(plant.home())) {
            for (Path export : exports) {
                attempts.begin(Archive.hash(export), export.getFileName().toString(), THEN, alone);
            }
            attempts.died();
        }
    }

    private Path csv(String name) {
        return Step.csv(file(name + ".csv"), Step.first().with(Step.OPERATOR, name));
    }

    private String last(String name) {
        return file(name + ".csv")
                + ": was being read when the program died; it is read again last, with no other file beside";
    }

    private static String[] text(List<Path> paths) {
        return paths.stream().map(Path::toString).toArray(String[]::new);
    }
}
