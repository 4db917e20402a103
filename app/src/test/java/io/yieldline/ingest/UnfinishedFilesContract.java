package io.yieldline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ExitCode;
import io.yieldline.TinyExport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.load.InboxOperation.Taken;
import io.yieldline.operation.watch.CheckOperation;
import io.yieldline.warehouse.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A file that is still being written waits in the inbox, and half of a file leaves nothing behind. */
abstract class UnfinishedFilesContract extends InboxSuite {
    UnfinishedFilesContract(Engine engine) {
        super(engine);
    }

    @Test
    void oneLookTakesWhatWasNotWrittenInTheLastTenSeconds() throws IOException {
        Path file = TinyExport.write(inbox());
        modified(file, plant.now().minusSeconds(9));
        assertThat(plant.takeInbox(null).waiting()).containsExactly(WRITTEN);
        modified(file, plant.now().plusSeconds(3600));
        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.LOADED);
    }

    @Test
    void whoeverWatchesTrustsOnlyWhatWasSeen() throws IOException {
        Inbox inbox = Inbox.watched(plant.plant(), plant.warehouse());
        Path file = old(TinyExport.write(inbox()));
        Instant start = plant.now();
        assertThat(inbox.scan(start).waiting()).containsExactly(WRITTEN);
        assertThat(inbox.scan(start.plusSeconds(9)).ready()).isEmpty();
        assertThat(inbox.scan(start.plusSeconds(10)).paths()).containsExactly(file);
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        old(file);
        assertThat(inbox.scan(start.plusSeconds(11)).waiting()).containsExactly(WRITTEN);
        assertThat(inbox.scan(start.plusSeconds(21)).paths()).containsExactly(file);
        assertThat(inbox.scan(start.minusSeconds(3600)).waiting()).containsExactly(WRITTEN);
        assertThat(inbox.scan(start.minusSeconds(3590)).paths()).containsExactly(file);
    }

    @Test
    void whoeverWatchesTakesWhatIsReady() throws IOException {
        Inbox inbox = Inbox.watched(plant.plant(), plant.warehouse());
        TinyExport.write(inbox());
        assertThat(plant.takeInbox(inbox).waiting()).containsExactly(WRITTEN);
        plant.pass(Duration.ofSeconds(10));
        assertThat(outcomes(plant.takeInbox(inbox))).containsExactly(Outcome.LOADED);
        assertThat(left()).isEmpty();
    }

    @Test
    void aSlowWriterIsWaitedFor() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx("slow", 1, Step.first()));
        Path file = inbox().resolve("slow.xlsx");
        old(Files.write(file, Arrays.copyOf(whole, whole.length / 2)));
        Taken taken = plant.takeInbox(null);
        assertThat(outcomes(taken)).containsExactly(Outcome.FAILED);
        assertThat(taken.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(taken.waiting()).singleElement().satisfies(waiting -> {
            assertThat(waiting.file()).isEqualTo("slow.xlsx");
            assertThat(waiting.reason()).endsWith("; retried later").doesNotContain("slow.xlsx");
        });
        old(Files.write(file, whole));
        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.LOADED);
        assertThat(left()).isEmpty();
        assertThat(plant.number("select count(*) from export")).isEqualTo(1);
        assertThat(plant.number("select count(*) from inbox_retry")).isZero();
    }

    @Test
    void aFileWithoutItsEndIsParkedAfterThreeMoreTries() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx("cut", 1, Step.first()));
        old(Files.write(inbox().resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2)));
        for (int minutes : new int[] {0, 1, 2}) {
            plant.pass(Duration.ofMinutes(minutes));
            assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.FAILED);
            plant.reopen();
            assertThat(outcomes(plant.takeInbox(null))).isEmpty();
        }
        assertThat(plant.number("select count(*) from export")).isZero();
        plant.pass(Duration.ofMinutes(4));
        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.PARKED);
        assertThat(left()).isEmpty();
        assertThat(names(plant.home().parked())).containsExactly("cut.xlsx", "cut.xlsx.reason.txt");
        assertThat(plant.number("select count(*) from inbox_retry")).isZero();
    }

    @Test
    void aCutOffCopyLeavesNothingBehindWhenTheWholeArrives() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx("cut", 1, Step.first()));
        for (int part : new int[] {3, 2}) {
            old(Files.write(inbox().resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / part)));
            plant.pass(Duration.ofMinutes(5));
            assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.FAILED);
            assertThat(new Archive(plant.home().archive()).hashes()).isEmpty();
        }
        old(Files.write(inbox().resolve("cut.xlsx"), whole));
        plant.pass(Duration.ofMinutes(5));
        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.LOADED);

        assertThat(new Archive(plant.home().archive()).hashes())
                .isEqualTo(Set.copyOf(plant.lines("select sha256 from export")))
                .hasSize(1);
        for (String check : List.of("archive", "counts", "rejected_rows")) {
            assertThat(plant.ask(
                                    new CheckOperation(),
                                    new CheckOperation.Parameters(List.of(check), null, null, false, false))
                            .exitCode())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    /** The archive keeps bytes that are parked, even if another copy of them may still grow. */
    @Test
    void aCutOffCopyOfParkedBytesTakesNothingFromTheArchive() throws IOException {
        byte[] whole = Files.readAllBytes(xlsx("cut", 1, Step.first()));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        ExportReport parked = plant.load(Files.write(file("half.xlsx"), half));
        assertThat(parked.outcome()).isEqualTo(Outcome.PARKED);
        old(Files.write(inbox().resolve("cut.xlsx"), half));

        assertThat(outcomes(plant.takeInbox(null))).containsExactly(Outcome.FAILED);
        assertThat(new Archive(plant.home().archive()).hashes()).containsExactly(parked.sha256());
    }
}
