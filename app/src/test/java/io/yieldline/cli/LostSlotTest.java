package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator is told of a slot that was given up, and what does its work. */
class LostSlotTest {
    private static final String NOTHING = "schedule    nothing is overdue\n";

    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void load() {
        cli = Cli.counted(temp);
        cli.run("alert");
    }

    @Test
    void aWrongCommand_isAnAlertUntilItsWorkIsDone() {
        slot("daily-report", "failed", "2", "'--day' is not a valid day", "null");
        assertThat(cli.run("alert").out()).isEqualTo("""
                        file: the scheduled job daily-report was given up: sent
                        1 alert opened, 0 cleared; 1 message sent.
                        """.replace("file: ", "file: [plant] "));
        assertThat(cli.run("alerts", "--format", "csv").out())
                .contains("due 2025-04-21 07:00, failed: '--day' is not a valid day; correct the job in yieldline.yaml,"
                        + " section schedule");
        assertThat(cli.run("doctor", "--quick").out()).contains("""
                warn    schedule    1 run was given up
                          daily-report, due 2025-04-21 07:00, failed: '--day' is not a valid day; correct the job in \
                yieldline.yaml, section schedule
                          -> yieldline --home TEMP/plant report daily --day 2025-04-18
                """);
        cli.run("-q", "report", "weekly", "--day", "2025-04-18");
        assertThat(cli.run("doctor", "--quick").out()).doesNotContain(NOTHING);

        cli.run("-q", "report", "daily", "--day", "2025-04-18");

        assertThat(cli.run("doctor", "--quick").out()).contains(NOTHING);
        assertThat(cli.run("alert").out()).contains("0 alerts opened, 1 cleared; ");
    }

    @Test
    void aJobThatWasKilledTwice_namesWhatItKeptFromRunning() {
        slot("daily", "interrupted", "1", "the program ended while it ran", "null");
        assertThat(cli.run("alert").out()).contains("the scheduled job daily was given up: sent\n");
        assertThat(cli.run("doctor", "--quick").out()).contains("""
                          daily, due 2025-04-21 07:00, interrupted: the program ended while it ran; not run because of it: \
                check, daily-report
                          -> yieldline --home TEMP/plant daily
                """);
    }

    @Test
    void aRunThatFailed_isTheAlertOfTheRun_andDoctorNamesItsSlot() {
        slot("backup", "failed", "1", "disk full", "2");
        assertThat(cli.run("alert").out()).doesNotContain("given up");
        assertThat(cli.run("doctor", "--quick").out())
                .contains("backup, due 2025-04-21 07:00, failed: disk full\n"
                        + "          -> yieldline --home TEMP/plant backup\n");
    }

    @Test
    void aJobThatIsGone_isNotMissed() {
        slot("gone", "failed", "2", "unknown command", "null");
        assertThat(cli.run("doctor", "--quick").out()).contains(NOTHING);
    }

    private void slot(String job, String state, String exitCode, String summary, String run) {
        Broken.sql(
                temp.resolve("plant"),
                "insert into slot values ('" + job + "', timestamp '2025-04-21 07:00:00', '" + state
                        + "', 0, 2, 2, timestamp '2025-04-21 11:00:00', timestamp '2025-04-21 11:00:00',"
                        + " timestamp '2025-04-21 11:05:00', " + exitCode + ", '" + summary.replace("'", "''") + "', "
                        + run
                        + ")");
    }
}
