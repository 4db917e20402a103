package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ExitCode;
import io.yieldline.TinyExport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.InboxScan.Waiting;
import io.yieldline.operation.load.InboxOperation.Taken;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the inbox gives away, what it keeps, and that nothing is lost on the way, on every engine. */
abstract class InboxContract extends InboxSuite {
    InboxContract(Engine engine) {
        super(engine);
    }

    @Test
    void loadedAndKnownExportsLeaveTheInbox() throws IOException {
        old(TinyExport.write(inbox()));
        old(Files.copy(inbox().resolve("workstation.csv"), inbox().resolve("again.csv")));
        Taken taken = plant.takeInbox(null);
        assertThat(outcomes(taken)).containsExactly(Outcome.LOADED, Outcome.KNOWN);
        assertThat(taken.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(taken.summary())
                .isEqualTo("1 export loaded, 1 known, 0 parked: 5 rows, 5 new, 0 duplicate, 0 revised, 0 rejected; "
                        + Objects.requireNonNull(taken.loaded().marts()).summary());
        assertThat(left()).isEmpty();
        assertThat(plant.number("select count(*) from workstation_master_log")).isEqualTo(5);
        assertThat(plant.takeInbox(null).summary()).isEqualTo("no exports to load");
    }

    @Test
    void parkedExportsAreMovedWithTheReasonAndOverwriteNothing() throws IOException {
        for (String time : List.of("soon", "later")) {
            old(TinyExport.write(inbox().resolve("bad.csv"), TinyExport.row("1", "FI", time, "Pass")));
            assertThat(plant.takeInbox(null).exitCode()).isEqualTo(ExitCode.FAILED);
        }
        assertThat(left()).isEmpty();
        assertThat(names(plant.home().parked()))
                .containsExactly("bad-2.csv", "bad-2.csv.reason.txt", "bad.csv", "bad.csv.reason.txt");
        assertThat(plant.home().parked().resolve("bad-2.csv")).content().contains("later");
        assertThat(plant.home().parked().resolve("bad.csv.reason.txt"))
                .content()
                .startsWith(
                        "bad.csv was not loaded.\n\nreason  1 of 1 rows were rejected, more than the threshold of 5 %; first: ")
                .contains("\nparked  2025-06-02 08:00:00\nexport  1\nsha256  ")
                .endsWith(
                        "\n\nPut a corrected export into the inbox. These bytes stay in the archive; this file may be deleted.\n");
    }

    @Test
    void whatIsNoCompleteFileStaysAndBlocksNothing() throws Exception {
        Files.createSymbolicLink(inbox().resolve("link.xlsx"), old(TinyExport.write(folder)));
        assertThat(new ProcessBuilder("mkfifo", inbox().resolve("pipe.xlsx").toString())
                        .start()
                        .waitFor())
                .isZero();
        old(Files.createFile(inbox().resolve("empty.xlsx")));
        for (String name : List.of(".hidden.csv", "~$open.xlsx", "a.csv.part", "b.TMP", "c.crdownload", "Thumbs.db")) {
            old(Files.writeString(inbox().resolve(name), "x"));
        }
        old(TinyExport.write(Files.createDirectories(inbox().resolve("folder.xlsx"))));
        Taken taken = plant.takeInbox(null);
        assertThat(taken.waiting())
                .containsExactlyInAnyOrder(
                        new Waiting("link.xlsx", "is a link; copy the file itself"),
                        new Waiting("pipe.xlsx", "is not a regular file; remove it"),
                        new Waiting("empty.xlsx", "is empty; waiting for its content"));
        assertThat(outcomes(taken)).containsExactly(Outcome.LOADED);
        assertThat(taken.summary()).endsWith("; 3 files left in the inbox");
        assertThat(inbox().resolve("folder.xlsx")).isEmptyDirectory();
        assertThat(left()).hasSize(9);
    }

    @Test
    void aFileThatWasReplacedMeanwhileStays() throws IOException {
        Path file = old(TinyExport.write(inbox()));
        Inbox inbox = Inbox.once(plant.plant(), plant.warehouse());
        InboxScan scan = inbox.scan(plant.now());
        ExportReport report = plant.load(file);
        TinyExport.write(file, TinyExport.row("7", "FI", "2025-04-15 08:05:00", "Pass"));
        assertThat(inbox.settle(scan.ready(), List.of(report), plant.now())).isEmpty();
        assertThat(left()).containsExactly("workstation.csv");
        assertThat(file).content().contains("\n7,");
    }

    @Test
    void aFileThatIsGoneMeanwhileIsNoError() throws IOException {
        Path file = old(TinyExport.write(inbox()));
        Inbox inbox = Inbox.once(plant.plant(), plant.warehouse());
        InboxScan scan = inbox.scan(plant.now());
        ExportReport report = plant.load(file);
        Files.delete(file);
        assertThat(inbox.settle(scan.ready(), List.of(report), plant.now())).isEmpty();
    }

    @Test
    void whatAKillLeftAsideIsPutBack() throws IOException {
        Path folder = Files.createDirectory(inbox().resolve(".yieldline-aside-123"));
        old(TinyExport.write(folder));
        plant.takeInbox(null);
        assertThat(left()).containsExactly("workstation.csv");
        assertThat(folder).doesNotExist();
        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.LOADED);
    }

    @Test
    void whatAnEarlierVersionLeftAsideIsPutBack_unlessTheNameIsTaken() throws IOException {
        old(TinyExport.write(inbox()));
        Files.move(inbox().resolve("workstation.csv"), inbox().resolve(".workstation.csv.yieldline-aside"));
        Files.writeString(inbox().resolve(".taken.csv.yieldline-aside"), "old");
        modified(Files.writeString(inbox().resolve("taken.csv"), "new"), plant.now());
        plant.takeInbox(null);
        assertThat(left()).containsExactly(".taken.csv.yieldline-aside", "taken.csv", "workstation.csv");
        assertThat(inbox().resolve("taken.csv")).hasContent("new");
    }

    @Test
    void oddNamesStopNothing() throws Exception {
        for (String name :
                List.of(".yieldline-aside", ".yieldline-aside-", "..yieldline-aside", "x".repeat(251) + ".csv")) {
            old(Files.createFile(inbox().resolve(name)));
        }
        shell("printf 1 > $'\\xff.csv'; printf 2 > $'\\xfe.csv'; touch -d '1 May 2025' $'\\xff.csv' $'\\xfe.csv'");
        old(Files.move(TinyExport.write(folder), inbox().resolve("n".repeat(251) + ".csv")));
        shell("d=$(printf 'd%.0s' $(seq 200)); for i in $(seq 25); do mkdir $d && cd $d; done");
        Taken taken = plant.takeInbox(null);
        shell("rm -r d*");
        assertThat(outcomes(taken)).containsExactlyInAnyOrder(Outcome.LOADED, Outcome.PARKED, Outcome.PARKED);
        assertThat(taken.waiting())
                .hasSize(2)
                .contains(new Waiting("x".repeat(251) + ".csv", "is empty; waiting for its content"))
                .anySatisfy(waiting -> assertThat(waiting.reason())
                        .isEqualTo("cannot be read; grant the user of this program permission to read and delete it"));
        assertThat(names(plant.home().parked()))
                .containsExactly("_-2.csv", "_-2.csv.reason.txt", "_.csv", "_.csv.reason.txt");
        assertThat(left())
                .containsExactlyInAnyOrder(
                        "..yieldline-aside", ".yieldline-aside", ".yieldline-aside-", "x".repeat(251) + ".csv");
    }

    @Test
    void aParkedExportWithTheLongestNameIsMoved() throws IOException {
        Path bad = TinyExport.write(folder.resolve("bad.csv"), TinyExport.row("1", "FI", "soon", "Pass"));
        old(Files.move(bad, inbox().resolve("x".repeat(251) + ".csv")));
        plant.takeInbox(null);
        assertThat(names(plant.home().parked()))
                .containsExactly("x".repeat(196) + ".csv", "x".repeat(196) + ".csv.reason.txt");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileThatCannotBeMovedIsTriedAgainLater() throws IOException {
        Files.writeString(plant.home().parked(), "not a folder");
        old(TinyExport.write(inbox().resolve("bad.csv"), TinyExport.row("1", "FI", "soon", "Pass")));
        assertThat(plant.takeInbox(null).waiting())
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason())
                        .startsWith("is loaded, but cannot be removed from the inbox (")
                        .endsWith("; retried later"));
        assertThat(left()).containsExactly("bad.csv");
        assertThat(outcomes(plant.takeInbox(null))).isEmpty();
        Files.delete(plant.home().parked());
        plant.pass(Duration.ofMinutes(1));
        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.PARKED);
        assertThat(left()).isEmpty();
    }

    @Test
    @Timeout(60)
    void theBellWakesWhoeverWaits() throws Exception {
        try (InboxWatcher bell = new InboxWatcher(inbox());
                InboxWatcher deaf = new InboxWatcher(file("nowhere"))) {
            TinyExport.write(inbox());
            bell.await(Duration.ofHours(1));
            deaf.await(Duration.ofMillis(1));
        }
    }

    @Test
    void tenThousandFilesAreOneScan() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            Files.writeString(inbox().resolve(i + ".csv"), "x");
        }
        Inbox inbox = Inbox.watched(plant.plant(), plant.warehouse());
        assertThat(inbox.scan(plant.now()).waiting()).hasSize(10_000);
        assertThat(inbox.scan(plant.now().plusSeconds(10)).ready()).hasSize(10_000);
    }

    private void shell(String command) throws Exception {
        assertThat(new ProcessBuilder("bash", "-ec", command)
                        .directory(inbox().toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
