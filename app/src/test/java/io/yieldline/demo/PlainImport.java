package io.yieldline.demo;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** The plainest possible import: cleans rows, rejects what has no station or end, keeps the newest row of each event. */
final class PlainImport {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId PLANT = ZoneId.of("America/New_York");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String MARKS = "[^0-9A-Za-z]";

    final Map<Identity, WorkstationEvent> workstation = new LinkedHashMap<>();
    final Map<Identity, TestboardEvent> testboard = new LinkedHashMap<>();
    final Map<Identity, SnfnEvent> snfn = new LinkedHashMap<>();
    private final Map<Object, Object> known = new HashMap<>();

    /** Reads one export and returns how many rows it had to reject. */
    int read(String feed, byte[] content) {
        List<Map<String, String>> rows = SheetRows.of(content);
        return switch (feed) {
            case "workstation" -> keep(rows, PlainImport::workstation, workstation);
            case "testboard" -> keep(rows, PlainImport::testboard, testboard);
            default -> keep(rows, PlainImport::snfn, snfn);
        };
    }

    List<WorkstationEvent> workstationEvents() {
        return new ArrayList<>(workstation.values());
    }

    List<TestboardEvent> testboardEvents() {
        return new ArrayList<>(testboard.values());
    }

    private <T> int keep(
            List<Map<String, String>> rows,
            BiFunction<PlainImport, Map<String, String>, T> event,
            Map<Identity, T> events) {
        int rejected = 0;
        for (Map<String, String> row : rows) {
            try {
                T read = event.apply(this, row);
                events.put(Identity.of(read), read);
            } catch (DateTimeParseException | NullPointerException unusable) {
                rejected++;
            }
        }
        return rejected;
    }

    private WorkstationEvent workstation(Map<String, String> row) {
        return new WorkstationEvent(
                text(row, "SN"),
                text(row, "PN"),
                text(row, "Model"),
                text(row, "Workstation Name"),
                time(row, "History station start time"),
                time(row, "History station end time"),
                text(row, "History station passing status"),
                text(row, "Service Flow"),
                text(row, "operator"));
    }

    private TestboardEvent testboard(Map<String, String> row) {
        return new TestboardEvent(
                same(text(row, "SN").replaceAll(MARKS, "")),
                text(row, "PN"),
                text(row, "Model"),
                text(row, "Work station process"),
                text(row, "Workstation Name"),
                plantTime(row, "History station start time"),
                plantTime(row, "History station end time"),
                text(row, "History station passing status"),
                text(row, "operator"),
                text(row, "Failure reasons"),
                text(row, "Failure note"),
                text(row, "Failure Code"),
                text(row, "Fixture No"));
    }

    private SnfnEvent snfn(Map<String, String> row) {
        return new SnfnEvent(
                text(row, "sn"),
                text(row, "pn"),
                text(row, "model"),
                text(row, "workstation_name"),
                text(row, "fixture_no"),
                text(row, "error_code"),
                text(row, "error_disc"),
                plantTime(row, "history_station_start_time"),
                plantTime(row, "history_station_end_time"));
    }

    private String text(Map<String, String> row, String column) {
        String text = row.getOrDefault(column, "").strip();
        return text.isEmpty() ? null : same(text);
    }

    private LocalDateTime plantTime(Map<String, String> row, String column) {
        LocalDateTime time = LocalDateTime.parse(row.get(column), FORMAT);
        return same(time.atZone(CHINA).withZoneSameInstant(PLANT).toLocalDateTime());
    }

    private LocalDateTime time(Map<String, String> row, String column) {
        return same(LocalDateTime.parse(row.get(column), FORMAT));
    }

    @SuppressWarnings("unchecked")
    private <T> T same(T value) {
        return (T) known.computeIfAbsent(value, first -> first);
    }

    /** What makes two rows the same event. */
    record Identity(String serialNumber, String station, LocalDateTime startedAt, LocalDateTime endedAt) {
        Identity {
            Objects.requireNonNull(serialNumber, "no serial number");
            Objects.requireNonNull(station, "no station");
        }

        static Identity of(Object event) {
            if (event instanceof WorkstationEvent e) {
                return new Identity(e.serialNumber(), e.station(), e.startedAt(), e.endedAt());
            }
            if (event instanceof TestboardEvent e) {
                return new Identity(e.serialNumber(), e.station(), e.startedAt(), e.endedAt());
            }
            SnfnEvent e = (SnfnEvent) event;
            return new Identity(e.serialNumber(), e.station(), e.startedAt(), e.endedAt());
        }
    }
}
