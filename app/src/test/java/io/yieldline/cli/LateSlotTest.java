package io.yieldline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ExitCode;
import io.yieldline.operation.OpenPlant;
import io.yieldline.plant.Home;
import io.yieldline.plant.Plant;
import io.yieldline.schedule.JobOutcome;
import io.yieldline.schedule.Schedule;
import io.yieldline.schedule.Slot;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slot that runs late does its work for the day or week for which it was due. */
class LateSlotTest {
    private static final InstantSource WEEKS_LATER = InstantSource.fixed(Instant.parse("2025-05-06T12:00:00Z"));

    @TempDir
    Path temp;

    @Test
    void reportsAreAboutTheirOwnDayAndWeek() {
        Cli.demo(temp);
        Plant plant = Plant.open(new Home(temp.resolve("plant")));
        try (OpenPlant open = OpenPlant.open(plant, WEEKS_LATER)) {
            CommandJobRunner runner = new CommandJobRunner(open, new InProcessCli(open, WEEKS_LATER));
            assertThat(run(runner, plant, "daily-report", "2025-03-06T07:00").summary())
                    .startsWith("daily report of 2025-03-05 is report 1");
            assertThat(run(runner, plant, "weekly-report", "2025-03-08T02:00").summary())
                    .startsWith("weekly report of 2025-W10 is report 2");
        }
    }

    private static JobOutcome run(CommandJobRunner runner, Plant plant, String job, String due) {
        Slot slot = new Slot(
                job,
                LocalDateTime.parse(due),
                Slot.State.RUNNING,
                0,
                1,
                0,
                WEEKS_LATER.instant(),
                WEEKS_LATER.instant(),
                null,
                null,
                null,
                null);
        JobOutcome outcome = runner.run(Schedule.of(plant.settings()).job(job).orElseThrow(), slot);
        assertThat(outcome.exitCode()).isEqualTo(ExitCode.DONE);
        return outcome;
    }
}
