package io.yieldline.demo;

import java.util.List;
import java.util.Objects;

/** The test-board report: the electrical tests with fixture and failure, in China time. */
final class TestboardSheet {
    private static final List<String> HEADER = List.of(
            "SN",
            "PN",
            "Model",
            "Work station process",
            "Baseboard SN",
            "Baseboard PN",
            "Number of times baseboard is used",
            "Workstation Name",
            "History station start time",
            "History station end time",
            "History station passing status",
            "operator",
            "Failure reasons",
            "Failure note",
            "Failure Code",
            "Diag Version",
            "Fixture No");

    private TestboardSheet() {}

    static Sheet of(Snapshot snapshot) {
        return new Sheet(
                HEADER,
                snapshot.tests().stream().map(step -> row(step, snapshot)).toList());
    }

    private static List<String> row(Step step, Snapshot snapshot) {
        Unit unit = step.unit();
        TestRun run = Objects.requireNonNull(step.run());
        return List.of(
                run.scannedSerial(),
                unit.partNumber(),
                unit.line().model(),
                Objects.requireNonNull(unit.line().process()),
                run.board() == 0 ? "" : String.valueOf(1_435_200_000_000L + run.board()),
                run.board() == 0 ? "" : "E39" + unit.line().family(),
                run.board() == 0 ? "" : timesUsed(run, snapshot),
                step.station(),
                PortalTime.china(step.startedAt()),
                PortalTime.china(step.endedAt()),
                step.status(),
                step.operator(),
                run.failure().reason(),
                run.failure().note(),
                run.disposition(),
                "628-" + unit.partNumber().substring(4, 14) + "-CMF-51582",
                run.fixture());
    }

    /** The counter is current, not from the time of the test. */
    private static String timesUsed(TestRun run, Snapshot snapshot) {
        return String.valueOf(run.board() * 7 + snapshot.madeAt().getDayOfYear());
    }
}
