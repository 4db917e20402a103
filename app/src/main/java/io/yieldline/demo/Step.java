package io.yieldline.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a unit at a station: the true event behind a row, in plant time.
 *
 * @param status empty if the step was closed without a verdict
 * @param operator as typed, with stray blanks
 * @param run null if not an electrical board test
 */
record Step(
        Unit unit,
        String station,
        LocalDateTime startedAt,
        LocalDateTime endedAt,
        String status,
        String operator,
        @Nullable TestRun run) {

    Step withStatus(String other) {
        return new Step(unit, station, startedAt, endedAt, other, operator, run);
    }

    Step withoutDuration() {
        return new Step(unit, station, endedAt, endedAt, status, operator, run);
    }

    /** The step after a bulk close: no verdict and no duration. */
    Step closed(String clerk) {
        return new Step(unit, station, endedAt, endedAt, "", clerk, run);
    }

    LocalDate day() {
        return endedAt.toLocalDate();
    }

    boolean at(String name) {
        return station.equals(name);
    }

    Optional<TestRun> test() {
        return Optional.ofNullable(run);
    }

    /** Whether only the test-board log has the step. */
    boolean lost() {
        return test().map(TestRun::lost).orElse(false);
    }

    WorkstationEvent workstationEvent() {
        return new WorkstationEvent(
                unit.serialNumber(),
                unit.partNumber(),
                unit.line().model(),
                station,
                startedAt,
                endedAt,
                filled(status),
                filled(WorkstationSheet.flow(unit)),
                filled(operator));
    }

    TestboardEvent testboardEvent() {
        TestRun tested = Objects.requireNonNull(run);
        return new TestboardEvent(
                unit.serialNumber(),
                unit.partNumber(),
                unit.line().model(),
                filled(unit.line().process()),
                station,
                startedAt,
                endedAt,
                filled(status),
                filled(operator),
                filled(tested.failure().reason()),
                filled(tested.failure().note()),
                filled(tested.disposition()),
                filled(tested.fixture()));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
