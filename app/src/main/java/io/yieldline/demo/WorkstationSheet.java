package io.yieldline.demo;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The workstation report: every production step, in plant time. */
final class WorkstationSheet {
    /** The exporter truncates the service flow to this length. */
    private static final int FLOW_LENGTH = 50;

    private static final List<String> HEADER = List.of(
            "SN",
            "PN",
            "Customer PN",
            "Outbound version",
            "Workstation Name",
            "History station start time",
            "History station end time",
            "Hours",
            "Service Flow",
            "Model",
            "History station passing status",
            "Passing Station Method",
            "operator",
            "First Station Start Time",
            "day");
    private static final List<String> LATE_HEADER = List.of("TAT", "station reason");

    private WorkstationSheet() {}

    static Sheet of(Snapshot snapshot) {
        List<List<String>> rows =
                snapshot.workstationSteps().map(step -> row(step, snapshot)).toList();
        return new Sheet(snapshot.late() ? joined(HEADER, LATE_HEADER) : HEADER, rows);
    }

    static String flow(Unit unit) {
        String flow = unit.line().flow();
        return flow.substring(0, Math.min(FLOW_LENGTH, flow.length()));
    }

    private static List<String> row(Step step, Snapshot snapshot) {
        Unit unit = step.unit();
        List<String> row = List.of(
                unit.serialNumber(),
                unit.partNumber(),
                unit.customerPartNumber(),
                unit.version(snapshot.late()),
                step.station(),
                PortalTime.plant(step.startedAt()),
                PortalTime.plant(step.endedAt()),
                hours(step, snapshot),
                flow(unit),
                unit.line().model(),
                step.status(),
                step.test().isPresent() ? "automatic" : "manual",
                step.operator(),
                PortalTime.plant(unit.arrival()),
                day(step, snapshot));
        return snapshot.late() ? joined(row, lateCells(step)) : row;
    }

    /** The new version of the portal shows seconds. */
    private static String hours(Step step, Snapshot snapshot) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(snapshot.late() ? "HH:mm:ss" : "HH:mm");
        return format.format(step.startedAt()) + "-" + format.format(step.endedAt());
    }

    /** Days since the first start; the new version of the portal counts them until today. */
    private static String day(Step step, Snapshot snapshot) {
        LocalDateTime until = snapshot.late() ? snapshot.madeAt() : step.endedAt();
        return String.valueOf(ChronoUnit.DAYS.between(step.unit().arrival(), until));
    }

    private static List<String> lateCells(Step step) {
        long minutes = Duration.between(step.startedAt(), step.endedAt()).toMinutes();
        return List.of(
                String.valueOf(minutes), step.status().equals("Fail") ? "E12:" + step.station() + " failed" : "");
    }

    private static List<String> joined(List<String> cells, List<String> more) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(more);
        return all;
    }
}
