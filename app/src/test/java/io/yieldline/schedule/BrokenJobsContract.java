package io.yieldline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Jobs that fail, hang or are killed: each slot is done once or given up, on every engine. */
abstract class BrokenJobsContract extends SchedulerSuite {
    @Test
    void aFailureIsTriedAgainEachTimeLater() {
        Simulation plant = plant(DAILY);
        plant.outcomes(ExitCode.FAILED, ExitCode.LOCKED, ExitCode.FAILED);
        plant.at("2025-04-22T11:00:00Z");
        plant.pass(Duration.ofSeconds(59));
        assertThat(plant.ran()).hasSize(1);
        plant.pass(Duration.ofSeconds(1));
        assertThat(plant.ran()).hasSize(1);
        plant.restart();
        plant.pass(Duration.ofSeconds(119));
        assertThat(plant.ran()).isEmpty();
        plant.pass(Duration.ofSeconds(1));
        assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 failed 0 3");
        plant.pass(Duration.ofHours(5));
        assertThat(plant.ran()).containsExactly("daily 2025-04-22T07:00");
    }

    @Test
    void aWrongCommandIsNotTriedAgain() {
        Simulation plant = plant(DAILY);
        plant.restart((job, slot) -> {
            throw new UserError(ExitCode.USAGE, "no such command");
        });
        plant.at("2025-04-22T11:00:00Z");
        assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 failed 0 1");
        assertThat(Slots.latest(warehouse).get(0).summary()).isEqualTo("no such command");
    }

    @Test
    void anErrorInAJobIsAFailureOfTheJobOnly() {
        Simulation plant = plant(DAILY);
        plant.restart((job, slot) -> {
            throw new StackOverflowError("deep");
        });
        plant.at("2025-04-22T11:00:00Z");
        assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 waiting 0 1");
        assertThat(Slots.latest(warehouse).get(0).summary())
                .isEqualTo("unexpected error: java.lang.StackOverflowError: deep");
    }

    @Test
    void theSlotOfAKilledProgramIsRunAgainOnceUnderTheSameName() throws InterruptedException {
        Simulation plant = plant(DAILY);
        for (int kill = 1; kill <= 2; kill++) {
            CountDownLatch begun = new CountDownLatch(1);
            plant.restart((job, slot) -> hang(begun));
            plant.setClock("2025-04-22T11:0" + kill + ":00Z");
            plant.scheduler().tick();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 running 0 " + kill);
        }
        plant.restart();
        plant.at("2025-04-22T11:03:00Z");
        assertThat(plant.ran()).isEmpty();
        assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 interrupted 0 2");
    }

    @Test
    void whatEndedBeforeTheKillIsKeptAndNotRunAgain() throws InterruptedException {
        Simulation plant = plant(DAILY + "  check: {run: check, after: daily}\n");
        CountDownLatch begun = new CountDownLatch(1);
        plant.restart((job, slot) -> hang(begun));
        plant.setClock("2025-04-22T11:00:00Z");
        plant.scheduler().tick();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        plant.restart(new JobRunner() {
            @Override
            public JobOutcome run(Job job, Slot slot) {
                return new JobOutcome(ExitCode.DONE, "ran " + job.name(), 8L);
            }

            @Override
            public Optional<JobOutcome> ended(Job job, Slot slot) {
                return Optional.of(new JobOutcome(ExitCode.PARTLY, "had ended", 7L));
            }
        });
        plant.at("2025-04-22T11:01:00Z");
        assertThat(Slots.latest(warehouse))
                .extracting(Slot::job, Slot::state, Slot::attempts, Slot::summary, Slot::runId)
                .containsExactly(
                        tuple("check", Slot.State.DONE, 1L, "ran check", 8L),
                        tuple("daily", Slot.State.DONE, 1L, "had ended", 7L));
    }

    @Test
    void whatFollowsASlotThatIsGivenUpIsMissed() throws InterruptedException {
        Simulation plant = plant(DAILY + "  check: {run: check, after: daily}\n");
        for (int kill = 1; kill <= 2; kill++) {
            CountDownLatch begun = new CountDownLatch(1);
            plant.restart((job, slot) -> hang(begun));
            plant.setClock("2025-04-22T11:0" + kill + ":00Z");
            plant.scheduler().tick();
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }
        plant.restart();
        plant.at("2025-04-22T11:03:00Z");
        assertThat(plant.slots("check")).containsExactly("2025-04-22T07:00 missed 0 0");
    }

    @Test
    void afterAKillTheSecondRunCompletesTheSlot() throws InterruptedException {
        Simulation plant = plant(DAILY);
        CountDownLatch begun = new CountDownLatch(1);
        plant.restart((job, slot) -> hang(begun));
        plant.setClock("2025-04-22T11:00:00Z");
        plant.scheduler().tick();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        plant.restart();
        plant.at("2025-04-22T11:01:00Z");
        plant.restart();
        plant.at("2025-04-22T11:02:00Z");
        assertThat(plant.ran()).containsExactly("daily 2025-04-22T07:00");
        assertThat(plant.slots("daily")).containsExactly("2025-04-22T07:00 done 0 2");
    }

    @Test
    void aJobThatTakesTooLongIsToldToStopAndNotStartedBesideItself() throws InterruptedException {
        Simulation plant = plant("schedule:\n  d: {run: x, cron: \"0 * * * *\", timeout: 30m}\n");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        List<String> begins = new ArrayList<>();
        plant.restart((job, slot) -> {
            begins.add(slot.dueAt().toString());
            begun.countDown();
            return stubborn(told, let);
        });
        plant.setClock("2025-04-21T13:00:00Z");
        plant.scheduler().tick();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        plant.setClock("2025-04-21T13:30:00Z");
        plant.scheduler().tick();
        assertThat(plant.slots("d")).containsExactly("2025-04-21T09:00 running 0 1");
        plant.setClock("2025-04-21T13:30:01Z");
        plant.scheduler().tick();
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(plant.slots("d")).containsExactly("2025-04-21T09:00 timed out 0 1");
        assertThat(Slots.latest(warehouse).get(0).summary()).isEqualTo("not done after 30m; stopped");
        plant.setClock("2025-04-21T14:00:00Z");
        plant.scheduler().tick();
        assertThat(plant.slots("d")).startsWith("2025-04-21T10:00 waiting 0 0");
        let.countDown();
        plant.scheduler().await(Duration.ofSeconds(20));
        plant.tick();
        assertThat(begins).containsExactly("2025-04-21T09:00", "2025-04-21T10:00");
        assertThat(plant.slots("d")).containsExactly("2025-04-21T10:00 done 0 1", "2025-04-21T09:00 timed out 0 1");
    }

    private static JobOutcome hang(CountDownLatch begun) {
        begun.countDown();
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new JobOutcome(ExitCode.DONE, "too late", null);
    }

    /** Hears that it should stop, and goes on until it is let go. */
    private static JobOutcome stubborn(CountDownLatch told, CountDownLatch let) {
        try {
            let.await();
        } catch (InterruptedException e) {
            told.countDown();
        }
        try {
            let.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new JobOutcome(ExitCode.DONE, "done at last", null);
    }
}
