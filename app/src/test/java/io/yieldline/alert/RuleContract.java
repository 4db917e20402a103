package io.yieldline.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.TinyExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule finds what is wrong, and lets go when it is mended, on every engine. */
abstract class RuleContract extends AlertSuite {
    @Test
    void aFailedRun_isClearedByAGoodOneOfTheOperation() {
        plant.run("daily", "failed", "the disk is full");
        plant.run("weekly", "done", "");
        plant.run("ingest", "partly", "");
        plant.run("daily", "running", "");
        plant.change("update run set ended_at = null where outcome = 'running'");
        assertThat(said())
                .containsExactly("daily failed: run 1, started 2025-04-21 09:00: the disk is full; yieldline runs 1");
        plant.run("daily", "done", "");
        assertThat(said()).isEmpty();
    }

    @Test
    void aRunWithoutEnd_isToldAfterSixHours() {
        plant.run("daily", "running", null);
        plant.change("update run set ended_at = null");
        plant.pass(Duration.ofHours(6));
        assertThat(said()).isEmpty();
        plant.pass(Duration.ofSeconds(1));
        assertThat(said()).containsExactly("daily did not end: run 1, started 2025-04-21 09:00; yieldline runs 1");
        plant.pass(Duration.ofDays(7));
        assertThat(said()).isEmpty();
    }

    @Test
    void aFailedCheck_isClearedByAGoodOne() {
        checked(1, "counts", "failed");
        checked(1, "blanks", "warned");
        assertThat(said())
                .containsExactly("the check counts failed: Rows add up: 2 of 9 (run 1); yieldline check counts");
        checked(2, "blanks", "passed");
        assertThat(said()).hasSize(1);
        checked(3, "counts", "passed");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFailedCheck_isNotClearedByAnotherDay() {
        checked(1, "duplicates", "failed");
        checked(2, "duplicates", "passed", "2025-04-10", "2025-04-10");
        checked(3, "duplicates", "passed", "2025-04-10", null);
        assertThat(said())
                .containsExactly(
                        "the check duplicates failed: Rows add up: 2 of 9 (run 1); yieldline check duplicates");
        checked(4, "duplicates", "warned");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFailedDay_isClearedByAResultThatCoversIt() {
        checked(1, "duplicates", "failed", "2025-04-10", "2025-04-10");
        checked(2, "duplicates", "passed", "2025-04-11", "2025-04-12");
        assertThat(said())
                .containsExactly("the check duplicates failed: Rows add up: 2 of 9, 2025-04-10 (run 1);"
                        + " yieldline check duplicates");
        checked(3, "duplicates", "passed", "2025-04-07", "2025-04-13");
        assertThat(said()).isEmpty();
        checked(4, "duplicates", "failed", "2025-04-10", "2025-04-10");
        checked(5, "duplicates", "passed");
        assertThat(said()).isEmpty();
    }

    @Test
    void aCheckThatCouldNotRun_isTold() {
        checked(1, "counts", "failed");
        checked(2, "counts", "could not run");
        assertThat(said())
                .containsExactly("the check counts could not run: Rows add up (run 2); yieldline check counts");
    }

    @Test
    void aFailedCheck_opensForAWeekAndDoesNotEndWithAge() {
        checked(1, "counts", "failed");
        plant.pass(Duration.ofDays(8));
        assertThat(said()).isEmpty();
        checked(2, "blanks", "failed");
        plant.change("update check_result set finished_at = timestamp '2025-04-29 08:00:00' where run_id = 2");
        assertThat(said()).hasSize(1);
        plant.pass(Duration.ofDays(30));
        assertThat(said()).hasSize(1);
    }

    @Test
    void aFailedCheckThatIsGone_isCleared() {
        checked(1, "of_yesterday", "failed");
        assertThat(said()).isEmpty();
    }

    private void checked(long run, String check, String outcome) {
        checked(run, check, outcome, null, null);
    }

    private void checked(long run, String check, String outcome, @Nullable String from, @Nullable String to) {
        plant.change(
                "insert into check_result (run_id, check_name, title, dimension, severity, outcome, failing, total,"
                        + " finding_count, finished_at, first_day, last_day) values (?, ?, 'Rows add up', 'consistency',"
                        + " 'error', ?, 2, 9, 1, timestamp '2025-04-21 08:00:00', cast(? as date), cast(? as date))",
                run,
                check,
                outcome,
                from,
                to);
    }

    @Test
    void aParkedExport_isClearedWhenItIsLoaded() {
        plant.park(7, "bad.xls");
        assertThat(said()).containsExactly("bad.xls was parked: it is damaged; yieldline rejects --parked");
        plant.change("update export set status = 'loaded' where id = 7");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFileThatTheInboxNeverLoads_isNamedUntilItIsGone() throws IOException {
        Path link = Files.createSymbolicLink(plant.home.inbox().resolve("link.xlsx"), plant.home.rulesFile());
        assertThat(said())
                .containsExactly("1 file in the inbox cannot be loaded: link.xlsx is a link; copy the file itself;"
                        + " yieldline doctor");
        Files.delete(link);
        assertThat(said()).isEmpty();
    }

    @Test
    void damagedReceipts_areToldUntilTheirFileIsDeleted() throws IOException {
        load(TinyExport.row("1", "FI", "2025-04-18 08:00:00", "Pass"));
        Path receipts = plant.home.receipts(plant.warehouse().engine().label().toLowerCase(Locale.ROOT));
        Files.writeString(receipts, "?", StandardOpenOption.APPEND);
        assertThat(said())
                .containsExactly("receipts were damaged: 1 line of " + receipts
                        + ": the next load or recover writes them again from the database; yieldline recover");
        load(TinyExport.row("2", "FI", "2025-04-18 08:00:00", "Pass"));
        Path aside = receipts.resolveSibling(receipts.getFileName() + ".damaged");
        assertThat(said())
                .containsExactly("receipts were damaged: they were moved to " + aside
                        + " and written again; check the disk, then delete that file; yieldline doctor");
        Files.delete(aside);
        assertThat(said()).isEmpty();
    }

    @Test
    void aTaskOfTheServerThatFails_isClearedByItsSuccess() {
        plant.tasks.done("inbox", plant.now);
        plant.tasks.failed("inbox", plant.now.plusSeconds(60), "inbox: cannot be listed");
        plant.tasks.failed("inbox", plant.now.plusSeconds(70), "inbox: is gone");
        assertThat(said())
                .containsExactly(
                        "the server's task inbox fails: it has failed since 2025-04-21 09:01:00: inbox: is gone;"
                                + " last success 2025-04-21 09:00:00; yieldline doctor");
        plant.tasks.done("inbox", plant.now.plusSeconds(80));
        assertThat(said()).isEmpty();
    }

    @Test
    void aFullDisk() {
        plant.freeBytes = 2_000_000_000L;
        assertThat(said()).isEmpty();
        plant.freeBytes = 1_940_000_000L;
        assertThat(said())
                .containsExactly("the disk is nearly full: 1.9 GB free in " + plant.home.directory()
                        + ", minimum 2 GB; yieldline doctor");
    }

    @Test
    void anOldBackup_andNone() {
        plant.backupAge = Optional.of(Duration.ofHours(26));
        assertThat(said()).isEmpty();
        plant.backupAge = Optional.of(Duration.ofHours(27));
        assertThat(said())
                .containsExactly("the backup is old: the newest verified backup is 27 hours old; yieldline backup");
        plant.backupAge = Optional.empty();
        plant.run("ingest", "done", "");
        assertThat(said()).isEmpty();
        plant.pass(Duration.ofHours(27));
        assertThat(said()).containsExactly("the backup is old: there is no verified backup; yieldline backup");
    }
}
