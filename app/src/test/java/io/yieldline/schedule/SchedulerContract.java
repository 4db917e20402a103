package io.yieldline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.yieldline.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each slot runs once, whatever the clock does, on every engine. */
abstract class SchedulerContract extends SchedulerSuite {
    @Test
    void runsEachDayOnceAndNothingBeforeItWasKnown() {
        Simulation plant = plant(DAILY);
        assertThat(plant.ran()).isEmpty();
        plant.passUntil("2025-04-24T12:00:00Z", Duration.ofMinutes(20));
        assertThat(plant.ran())
                .containsExactly("daily 2025-04-22T07:00", "daily 2025-04-23T07:00", "daily 2025-04-24T07:00");
        assertThat(plant.slots("daily")).contains("2025-04-24T07:00 done 0 1");
        assertThat(plant.scheduler().nextDue()).contains(Instant.parse("2025-04-25T11:00:00Z"));
    }

    @Test
    void aChainRunsUnderTheSlotOfItsFirstJob() {
        Simulation plant = plant("");
        plant.at("2025-04-22T08:00:05Z");
        plant.outcomes(ExitCode.PARTLY, ExitCode.CHECK_FAILED);
        plant.at("2025-04-22T11:00:05Z");
        assertThat(plant.ran())
                .containsExactly(
                        "backup 2025-04-22T04:00",
                        "daily 2025-04-22T07:00",
                        "check 2025-04-22T07:00",
                        "daily-report 2025-04-22T07:00");
    }

    @Test
    void aChainEndsWhereAJobFails() {
        Simulation plant = plant(DAILY.replace("cron", "retries: 0, cron")
                + "  check: {run: check, after: daily}\n  mail: {run: report daily, after: check}\n");
        plant.outcomes(ExitCode.FAILED);
        plant.at("2025-04-22T11:00:00Z");
        assertThat(plant.ran()).containsExactly("daily 2025-04-22T07:00");
        assertThat(plant.slots("mail")).containsExactly("2025-04-22T07:00 missed 0 0");
        plant.at("2025-04-23T11:00:00Z");
        assertThat(plant.ran()).hasSize(3);
    }

    @Test
    void missedTimes() {
        Simulation plant = plant("schedule:\n"
                + "  a: {run: x, cron: \"0 * * * *\", missed: all}\n"
                + "  l: {run: x, cron: \"0 * * * *\"}\n"
                + "  n: {run: x, cron: \"0 * * * *\", missed: none}\n");
        plant.at("2025-04-21T15:30:00Z");
        assertThat(plant.ran().stream().sorted())
                .containsExactly(
                        "a 2025-04-21T09:00", "a 2025-04-21T10:00", "a 2025-04-21T11:00", "l 2025-04-21T11:00");
        assertThat(plant.slots("l")).containsExactly("2025-04-21T11:00 done 2 1");
        assertThat(plant.slots("n")).containsExactly("2025-04-21T11:00 missed 2 0");
        plant.at("2025-04-21T16:04:59Z");
        assertThat(plant.slots("n")).startsWith("2025-04-21T12:00 done 0 1");
    }

    @Test
    void aYearAwayIsOneRunAndAThousandAtMost() {
        Simulation plant = plant("schedule:\n  l: {run: x, cron: \"*/5 * * * *\"}\n");
        plant.at("2026-04-21T12:00:00Z");
        assertThat(plant.slots("l")).containsExactly("2026-04-21T08:00 done 999 1");
    }

    @Test
    void aClockThatIsSetBackRunsNothingTwice() {
        Simulation plant = plant("schedule:\n  d: {run: x, cron: \"*/30 * * * *\"}\n");
        plant.passUntil("2025-04-21T15:00:00Z", Duration.ofMinutes(7));
        List<String> first = plant.ran();
        plant.at("2025-04-21T13:00:00Z");
        plant.restart();
        plant.passUntil("2025-04-21T15:00:00Z", Duration.ofMinutes(7));
        assertThat(plant.ran()).isEmpty();
        plant.passUntil("2025-04-21T15:30:00Z", Duration.ofMinutes(7));
        assertThat(plant.ran()).containsExactly("d 2025-04-21T11:30");
        assertThat(first).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aClockThatWasAYearAheadDoesNotSilenceTheSchedule() {
        Simulation plant = plant(DAILY);
        plant.at("2026-04-22T12:00:00Z");
        assertThat(plant.ran()).containsExactly("daily 2026-04-22T07:00");
        plant.restart();
        plant.at("2025-04-21T12:05:00Z");
        plant.at("2025-04-22T12:00:00Z");
        assertThat(plant.ran()).containsExactly("daily 2025-04-22T07:00");
    }

    @Test
    void theHourThatIsSkippedAndTheOneThatComesTwice() {
        String night = "schedule:\n  d: {run: x, cron: \"30 2 * * *\"}\n  f: {run: x, cron: \"30 1 * * *\"}\n";
        Simulation plant = new Simulation(warehouse, "2025-03-08T12:00:00Z", night);
        plant.passUntil("2025-03-10T12:00:00Z", Duration.ofMinutes(10));
        assertThat(plant.ran())
                .containsExactly(
                        "f 2025-03-09T01:30", "d 2025-03-09T02:30", "f 2025-03-10T01:30", "d 2025-03-10T02:30");
        plant.at("2025-11-01T12:00:00Z");
        plant.ran();
        plant.passUntil("2025-11-03T12:00:00Z", Duration.ofMinutes(10));
        assertThat(plant.ran())
                .containsExactly(
                        "f 2025-11-02T01:30", "d 2025-11-02T02:30", "f 2025-11-03T01:30", "d 2025-11-03T02:30");
    }

    @Test
    void aProgramThatStartsInTheHourThatComesTwiceMakesUpForTheFirst() {
        Simulation plant =
                new Simulation(warehouse, "2025-11-02T05:00:00Z", "schedule:\n  f: {run: x, cron: \"30 1 * * *\"}\n");
        plant.restart();
        plant.at("2025-11-02T06:10:00Z");
        assertThat(plant.ran()).containsExactly("f 2025-11-02T01:30");
        plant.passUntil("2025-11-02T12:00:00Z", Duration.ofMinutes(10));
        assertThat(plant.ran()).isEmpty();
    }

    @Test
    void leapDayAndYearEnd() {
        Simulation plant = new Simulation(
                warehouse,
                "2027-12-30T12:00:00Z",
                "schedule:\n  leap: {run: x, cron: \"0 3 29 2 *\"}\n  month: {run: x, cron: \"0 0 1 * *\"}\n");
        plant.passUntil("2028-03-02T12:00:00Z", Duration.ofHours(5));
        assertThat(plant.ran())
                .containsExactly(
                        "month 2028-01-01T00:00",
                        "month 2028-02-01T00:00",
                        "leap 2028-02-29T03:00",
                        "month 2028-03-01T00:00");
    }

    @Test
    void aNewZoneRunsNoDayTwice() {
        Simulation plant = plant(DAILY);
        plant.at("2025-04-22T11:00:00Z");
        plant.restart(DAILY.replace("cron", "zone: America/Chicago, cron"));
        plant.passUntil("2025-04-23T11:59:00Z", Duration.ofMinutes(30));
        assertThat(plant.ran()).containsExactly("daily 2025-04-22T07:00");
        plant.restart(DAILY.replace("cron", "zone: Asia/Shanghai, cron"));
        plant.passUntil("2025-04-25T12:00:00Z", Duration.ofMinutes(30));
        assertThat(plant.ran()).doesNotHaveDuplicates().contains("daily 2025-04-25T07:00");
    }

    @Test
    void theRepeatedHourRunsARhythmTwiceAndAFixedTimeOnce() {
        Simulation plant = plant("""
                schedule:
                  hourly: {run: daily, cron: "20 * * * *"}
                  nightly: {run: daily, cron: "20 1 * * *"}
                """);
        plant.at("2025-11-02T05:10:00Z");
        plant.ran();
        plant.passUntil("2025-11-02T07:30:00Z", Duration.ofMinutes(10));
        List<String> ran = plant.ran();
        assertThat(ran.subList(0, 2))
                .as("those due at the same time, in any order")
                .containsExactlyInAnyOrder("hourly 2025-11-02T01:20", "nightly 2025-11-02T01:20");
        assertThat(ran.subList(2, ran.size()))
                .containsExactly("hourly 2025-11-02T01:20 (again)", "hourly 2025-11-02T02:20");
        plant.restart();
        plant.at("2025-11-02T07:31:00Z");
        assertThat(plant.ran()).isEmpty();
    }

    @Test
    void aJobThatIsGoneIsNotRun() {
        Simulation plant = plant(DAILY);
        plant.outcomes(ExitCode.FAILED);
        plant.at("2025-04-22T11:00:00Z");
        plant.restart("schedule: {}\n");
        plant.pass(Duration.ofHours(1));
        assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 missed 0 1");
        assertThat(plant.scheduler().nextDue()).isEmpty();
    }

    /** Weeks with restarts, failures and a clock that jumps: with "all" every slot runs to its end exactly once. */
    @Test
    void everySlotOnceWhateverHappens() {
        for (int seed = 1; seed <= 2; seed++) {
            Random random = new Random(seed);
            String job = "all" + seed;
            Simulation plant = new Simulation(
                    warehouse,
                    "2025-10-25T12:00:00Z",
                    "schedule:\n  " + job + ": {run: x, cron: \"17 */6 * * *\", missed: all, retries: 20}\n");
            Instant end = Instant.parse("2025-11-12T12:00:00Z");
            while (plant.instant().isBefore(end)) {
                if (random.nextInt(5) == 0) {
                    plant.restart();
                }
                if (random.nextInt(4) == 0) {
                    plant.outcomes(ExitCode.FAILED);
                }
                plant.pass(Duration.ofMinutes(random.nextInt(400) - 60));
            }
            for (int i = 0; i < 10; i++) {
                plant.pass(Duration.ofMinutes(4));
            }
            List<String> slots = plant.slots(job);
            assertThat(slots).allMatch(slot -> slot.contains(" done 0 "));
            assertThat(new HashSet<>(slots)).hasSize(slots.size());
            CronTrigger trigger = new CronTrigger(Cron.of("17 */6 * * *"), ZoneId.of("America/New_York"));
            assertThat(slots)
                    .hasSize(trigger.due(Instant.parse("2025-10-25T12:00:00Z"), plant.instant())
                            .size());
        }
    }
}
