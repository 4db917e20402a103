package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.explain.DebugResult.Part;
import io.yieldline.feed.Column;
import io.yieldline.feed.Derived;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Table.Field;
import io.yieldline.warehouse.Warehouse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the history of a unit. */
public final class UnitHistory {
    private static final List<String> EVENT = List.of("station", "started_at", "ended_at", "started_utc", "ended_utc");
    private static final List<String> DETAILS = List.of(
            "status",
            "verdict",
            "model",
            "part_number",
            "flow",
            "in_scope",
            "excluded",
            "shift",
            "fixture",
            "failure_reasons",
            "error_code");
    private static final List<Field<Step>> FIELDS = fields();

    private final Warehouse warehouse;
    private final Marts marts;
    private final Feeds feeds;

    /** For the records of a warehouse. */
    public UnitHistory(Warehouse warehouse, Marts marts) {
        this.warehouse = warehouse;
        this.marts = marts;
        this.feeds = marts.feeds();
    }

    /**
     * The history of a unit: the records of all feeds in plant time, and related data. Ignores blanks around the serial
     * number, and ignores case if there is no exact match.
     */
    public DebugResult journey(String serialNumber) {
        return warehouse.snapshot(session -> journey(session, spelled(session, serialNumber.strip())));
    }

    private String spelled(Session session, String serialNumber) {
        String logs = feeds.all().stream()
                .map(feed -> "select serial_number from " + feed.masterLog() + " where {}")
                .collect(Collectors.joining(" union "));
        Object[] wanted = Collections.nCopies(feeds.all().size(), serialNumber).toArray();
        return Stream.of("serial_number = ?", "lower(serial_number) = lower(?)")
                .flatMap(test -> session.texts(logs.replace("{}", test) + " order by serial_number", wanted).stream())
                .findFirst()
                .orElse(serialNumber);
    }

    private DebugResult journey(Session session, String serialNumber) {
        List<Event> events = events(session, serialNumber, false);
        List<Event> old = events(session, serialNumber, true);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Journey, in plant time", table(events)));
        // The other tables only repeat the history.
        marts.units().stream()
                .filter(marts::followed)
                .forEach(unit -> parts.add(new Part(
                        unit.title(),
                        session.table(
                                "select * from " + unit.name() + " where serial_number = ? order by day",
                                serialNumber))));
        parts.add(new Part("Replaced versions", table(old)));
        parts.add(new Part("Sightings in other exports", sightings(session, serialNumber)));
        parts.add(new Part("Rejected rows with this serial number", rejected(session, serialNumber)));
        return new DebugResult(summary(serialNumber, events), true, parts);
    }

    private static String summary(String serialNumber, List<Event> events) {
        if (events.isEmpty()) {
            return serialNumber + ": no records";
        }
        return serialNumber + ": " + Counted.of(events.size(), "record") + " from "
                + events.get(0).start().toLocalDate() + " to "
                + events.get(events.size() - 1).end().toLocalDate();
    }

    private List<Event> events(Session session, String serialNumber, boolean replaced) {
        return feeds.all().stream()
                .flatMap(feed -> events(session, feed, replaced ? feed.history() : feed.masterLog(), serialNumber))
                .sorted(Comparator.comparing(Event::startUtc)
                        .thenComparing(Event::endUtc)
                        .thenComparing(event -> feeds.all().indexOf(event.feed()))
                        .thenComparing(event -> event.row().number("export_id"))
                        .thenComparing(event -> event.row().number("row_number")))
                .toList();
    }

    private static Stream<Event> events(Session session, Feed feed, String table, String serialNumber) {
        List<String> columns = Stream.concat(EVENT.stream(), DETAILS.stream())
                .filter(name -> has(feed, name))
                .toList();
        String sql = "select m." + String.join(", m.", columns) + ", m.export_id, e.file_name, m.row_number from "
                + table + " m join export e on e.id = m.export_id where m.serial_number = ?";
        return session.table(sql, serialNumber).named().map(row -> new Event(feed, row));
    }

    private static boolean has(Feed feed, String column) {
        return Stream.concat(
                        feed.storedColumns().stream().map(Column::name),
                        feed.derivedColumns().stream().map(Derived::column))
                .anyMatch(column::equals);
    }

    private static Table table(List<Event> events) {
        List<Step> steps = new ArrayList<>();
        LocalDateTime busyUntil = null;
        for (Event event : events) {
            steps.add(new Step(event, busyUntil));
            busyUntil = busyUntil == null || event.endUtc().isAfter(busyUntil) ? event.endUtc() : busyUntil;
        }
        return Table.of(steps, FIELDS);
    }

    private static List<Field<Step>> fields() {
        List<Field<Step>> fields = new ArrayList<>(List.of(
                new Field<>("log", step -> step.event().feed().name()),
                of("station", "station"),
                new Field<>("started_at", step -> step.event().start()),
                new Field<>("ended_at", step -> step.event().end()),
                new Field<>(
                        "minutes",
                        step -> minutes(step.event().startUtc(), step.event().endUtc())),
                new Field<>("waited", Step::waited)));
        DETAILS.forEach(name -> fields.add(of(name, name)));
        fields.addAll(List.of(of("export", "export_id"), of("file", "file_name"), of("row", "row_number")));
        return fields;
    }

    private static Field<Step> of(String name, String column) {
        return new Field<>(name, step -> step.event().row().value(column));
    }

    private static BigDecimal minutes(LocalDateTime from, LocalDateTime to) {
        return BigDecimal.valueOf(Duration.between(from, to).toSeconds())
                .divide(BigDecimal.valueOf(60), 1, RoundingMode.HALF_UP);
    }

    private Table sightings(Session session, String serialNumber) {
        String logs = feeds.all().stream()
                .map(feed ->
                        "select '" + feed.name() + "' as log, station, ended_at, identity, export_id, row_number from "
                                + feed.masterLog() + " where serial_number = ?")
                .collect(Collectors.joining(" union all "));
        Object[] serials = feeds.all().stream().map(feed -> serialNumber).toArray();
        return session.table(
                "select m.log, m.station, m.ended_at, g.export_id as export, e.file_name as file, g.row_number as \"row\","
                        + " m.export_id as known_export, m.row_number as known_row from (" + logs
                        + ") m join sighting g on g.feed = m.log and g.identity = m.identity"
                        + " join export e on e.id = g.export_id order by m.ended_at, m.log, g.export_id, g.row_number",
                serials);
    }

    private static Table rejected(Session session, String serialNumber) {
        return session.table(
                "select r.export_id as export, e.file_name as file, r.row_number as \"row\", r.column_name as \"column\","
                        + " r.value, r.reason from rejected_row r join export e on e.id = r.export_id"
                        + " where r.cells like ? escape '!' order by r.export_id, r.row_number",
                "%" + serialNumber.replaceAll("[!%_]", "!$0") + "%");
    }

    /** A record in the history of a unit. */
    private record Event(Feed feed, Table.Row row) {
        LocalDateTime start() {
            return time("started_at");
        }

        LocalDateTime end() {
            return time("ended_at");
        }

        LocalDateTime startUtc() {
            return time("started_utc");
        }

        LocalDateTime endUtc() {
            return time("ended_utc");
        }

        private LocalDateTime time(String column) {
            return (LocalDateTime) Objects.requireNonNull(row.value(column), column);
        }
    }

    /** A record behind the instant until which the ones before it took; null for the first. */
    private record Step(Event event, @Nullable LocalDateTime busyUntil) {
        @Nullable
        BigDecimal waited() {
            return busyUntil != null && event.startUtc().isAfter(busyUntil)
                    ? minutes(busyUntil, event.startUtc())
                    : null;
        }
    }
}
