package io.yieldline.ingest;

import io.yieldline.demo.ExportFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One row of a small workstation export, with ordinary values for whatever a test does not care about. */
record Step(Map<String, String> cells) {
    static final String SN = "SN";
    static final String VERSION = "Outbound version";
    static final String STATION = "Workstation Name";
    static final String START = "History station start time";
    static final String END = "History station end time";
    static final String STATUS = "History station passing status";
    static final String OPERATOR = "operator";
    static final List<String> HEADER =
            List.of(SN, "PN", VERSION, STATION, START, END, "Service Flow", "Model", STATUS, OPERATOR);

    /** A step that passed and took an hour. */
    static Step of(String serialNumber, String station, String end) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(SN, serialNumber);
        cells.put("PN", "692-2G506-0200-0R6");
        cells.put(VERSION, "A");
        cells.put(STATION, station);
        cells.put(START, "2025-04-01 07:00:00");
        cells.put(END, end);
        cells.put("Service Flow", "NC PG506");
        cells.put("Model", "Tesla SXM4");
        cells.put(STATUS, "Pass");
        cells.put(OPERATOR, "Ann");
        return new Step(cells);
    }

    /** The first step of the tests. */
    static Step first() {
        return of("1321025000001", "VI2", "2025-04-01 08:00:00");
    }

    /** Another step, a day later. */
    static Step second() {
        return of("1321025000002", "FQC", "2025-04-02 09:30:00");
    }

    Step with(String column, String value) {
        Map<String, String> changed = new HashMap<>(cells);
        changed.put(column, value);
        return new Step(changed);
    }

    List<String> row() {
        return HEADER.stream().map(cells::get).toList();
    }

    /** Writes an {@code .xlsx} that was made on a day of April at noon. */
    static Path xlsx(Path file, int dayOfApril, Step... steps) {
        Instant madeAt = Instant.parse("2025-04-%02dT12:00:00Z".formatted(dayOfApril));
        return ExportFile.xlsx(
                file, madeAt, HEADER, Stream.of(steps).map(Step::row).toList());
    }

    /** Writes a CSV file, which does not say when it was made. */
    static Path csv(Path file, Step... steps) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", HEADER)));
        Stream.of(steps).map(step -> String.join(",", step.row())).forEach(lines::add);
        return lines(file, lines);
    }

    static Path lines(Path file, List<String> lines) {
        try {
            return Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
