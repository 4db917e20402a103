package io.yieldline.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The failures by serial number and fixture, in China time like the test boards. */
final class SnfnSheet {
    private static final List<String> HEADER = List.of(
            "workstation_name",
            "fixture_no",
            "error_code",
            "error_disc",
            "sn",
            "pn",
            "model",
            "history_station_start_time",
            "history_station_end_time");
    private static final int MODEL = HEADER.indexOf("model");

    private SnfnSheet() {}

    static Sheet of(Snapshot snapshot, boolean withModel) {
        List<List<String>> rows = snapshot.steps()
                .filter(SnfnSheet::lists)
                .map(step -> columns(row(step), withModel))
                .toList();
        return new Sheet(columns(HEADER, withModel), rows);
    }

    static boolean lists(Step step) {
        return step.test().isPresent() && step.status().equals("Fail");
    }

    static SnfnEvent event(Step step, boolean withModel) {
        Unit unit = step.unit();
        TestRun run = Objects.requireNonNull(step.run());
        return new SnfnEvent(
                unit.serialNumber(),
                unit.partNumber(),
                withModel ? unit.line().model() : null,
                step.station(),
                run.fixture(),
                filled(run.failure().errorCode()),
                filled(run.failure().note()),
                step.startedAt(),
                step.endedAt());
    }

    private static List<String> row(Step step) {
        TestRun run = Objects.requireNonNull(step.run());
        return List.of(
                step.station(),
                run.fixture(),
                run.failure().errorCode(),
                run.failure().note(),
                step.unit().serialNumber(),
                step.unit().partNumber(),
                step.unit().line().model(),
                PortalTime.china(step.startedAt()),
                PortalTime.china(step.endedAt()));
    }

    private static List<String> columns(List<String> cells, boolean withModel) {
        List<String> kept = new ArrayList<>(cells);
        if (!withModel) {
            kept.remove(MODEL);
        }
        return kept;
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
