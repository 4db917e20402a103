package io.yieldline.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.plant.Profile;
import io.yieldline.warehouse.Engine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that fail. */
class RunnerTest {
    @Test
    void reasonOfARun_isTold_evenIfTheRunLogCannotTakeIt(@TempDir Path folder) {
        try (TestPlant plant = TestPlant.on(Engine.DUCKDB, folder, Profile.PLANT)) {
            assertThatThrownBy(() -> plant.run(new LosesTheRunLog(), "[]"))
                    .isInstanceOf(UserError.class)
                    .hasMessage("the first reason")
                    .satisfies(e -> assertThat(e.getSuppressed()[0])
                            .hasMessageContaining("Table with name run does not exist"));
        }
    }

    private static final class LosesTheRunLog implements Operation<String, Result> {
        @Override
        public String name() {
            return "lose";
        }

        @Override
        public String purpose() {
            return "Fail after the run log is gone.";
        }

        @Override
        public Result run(String parameters, Context context) {
            context.warehouse().noteAll(session -> session.execute("alter table run rename to gone"));
            throw new UserError(ExitCode.FAILED, "the first reason");
        }
    }
}
