package io.yieldline.feed;

import io.yieldline.feed.Column.Required;
import io.yieldline.feed.Column.Use;
import io.yieldline.feed.Rejection.Reason;
import io.yieldline.plant.ProductionDay;
import io.yieldline.plant.Rules;
import io.yieldline.source.Row;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Parses the rows of one export. Text is trimmed and blank becomes null; times are converted to plant time; hashes are
 * computed from the exported values, so that neither rules nor the zone of the plant change the identity of events.
 */
public final class RecordParser {
    private static final IntFunction<@Nullable LocalDateTime> NONE = column -> null;

    private final StoredColumn[] columns;
    private final Cleanings cleanings;
    private final Derivation derivation;
    private final ProductionDay productionDay;
    private final ZoneShift zones;
    private final boolean sameZone;
    private final Hash128 hash = new Hash128();
    private final StringBuilder hashed = new StringBuilder(160);
    private final Map<Use, int[]> hashedColumns = new EnumMap<>(Use.class);
    private final int[] eventColumns = new int[Event.values().length];

    /** For an export of one table that matches a feed. */
    public RecordParser(HeaderMatch header, Rules rules, ZoneId plantZone) {
        this(header, rules, plantZone, new Cleanings());
    }

    /**
     * For a table that matches a feed.
     *
     * @param cleanings counts what is cleaned in its rows
     */
    public RecordParser(HeaderMatch header, Rules rules, ZoneId plantZone, Cleanings cleanings) {
        Feed feed = header.feed();
        ZoneId feedZone = feed.zone() == null || !rules.convertZones() ? plantZone : feed.zone();
        this.sameZone = feedZone.equals(plantZone);
        this.zones = new ZoneShift(feedZone, plantZone);
        this.productionDay = rules.productionDay();
        this.derivation = new Derivation(feed, rules);
        this.cleanings = cleanings;
        this.columns = StoredColumn.of(header, cleanings);
        for (Use use : List.of(Use.IDENTITY, Use.CONTENT)) {
            hashedColumns.put(
                    use,
                    IntStream.range(0, columns.length)
                            .filter(i -> columns[i].matters(use))
                            .toArray());
        }
        for (Event part : Event.values()) {
            eventColumns[part.ordinal()] = indexOf(part.column);
        }
    }

    /** What was cleaned in the rows so far. */
    public Cleanings cleanings() {
        return cleanings;
    }

    /** Counts what was cleaned in the cells of the header. */
    public void countHeader(Row header) {
        for (StoredColumn column : columns) {
            column.countMarks(header);
        }
    }

    /** The record of a row, or its rejection. */
    public Parsed parse(Row row) {
        Object[] values = new Object[columns.length + derivation.size()];
        for (int i = 0; i < columns.length; i++) {
            StoredColumn column = columns[i];
            StoredCell cell = column.cell(row);
            Reason wrong = cell.wrong();
            if (wrong != null) {
                return rejection(row, column.column, column.shown(row, cell.text()), wrong);
            }
            values[i] = cell.value();
            column.countCleanings(row, cell.text());
        }
        return finish(row, values);
    }

    private @Nullable Rejection withoutSeconds(Row row) {
        for (StoredColumn column : columns) {
            if (column.lacksSeconds(row)) {
                return rejection(row, column.column, column.shown(row, null), Reason.NO_SECONDS);
            }
        }
        return null;
    }

    private Parsed finish(Row row, @Nullable Object[] values) {
        for (int i = 0; i < columns.length; i++) {
            Column column = columns[i].column;
            if (values[i] == null && column.whenBlank() != null) {
                values[i] = values[indexOf(column.whenBlank())];
            }
            if (values[i] == null && column.required() == Required.VALUE) {
                return rejection(row, column, null, Reason.BLANK);
            }
        }
        KnownInstants known = KnownInstants.takeFrom(values, zones);
        UUID identity = hash(values, Use.IDENTITY, known.isEmpty() ? NONE : untold(values, known));
        UUID content = hash(values, Use.CONTENT, NONE);
        LocalDateTime ended = toPlantTime(row, values, known);
        if (!TimeText.isPossible(ended)) { // It was one where it was written.
            StoredColumn end = columns[eventColumns[Event.ENDED_AT.ordinal()]];
            return rejection(row, end.column, end.shown(row, null), Reason.NOT_A_TIME);
        }
        return new Record(
                row.number(),
                identity,
                content,
                values,
                ended,
                productionDay.of(ended),
                derivation.endsBeforeStart(values),
                withoutSeconds(row));
    }

    /** The instants, as UTC, that the times of a row do not tell by themselves. */
    private IntFunction<@Nullable LocalDateTime> untold(@Nullable Object[] values, KnownInstants known) {
        ZoneShift.Span read = zones.span(time(values, Event.STARTED_AT), time(values, Event.ENDED_AT));
        return i -> known.otherThan(readAs(i, values, read), i);
    }

    /** The instant of a time as it is read without its offset, as UTC. */
    private LocalDateTime readAs(int column, @Nullable Object[] values, ZoneShift.Span read) {
        return column == eventColumns[Event.STARTED_AT.ordinal()]
                ? read.start()
                : column == eventColumns[Event.ENDED_AT.ordinal()]
                        ? read.end()
                        : zones.utc((LocalDateTime) Objects.requireNonNull(values[column]));
    }

    private LocalDateTime toPlantTime(Row row, @Nullable Object[] values, KnownInstants known) {
        int started = eventColumns[Event.STARTED_AT.ordinal()];
        int ended = eventColumns[Event.ENDED_AT.ordinal()];
        LocalDateTime start = time(values, Event.STARTED_AT);
        LocalDateTime end = time(values, Event.ENDED_AT);
        ZoneShift.Span span = zones.span(start, known.of(started), end, known.of(ended));
        for (int i = 0; i < columns.length && !sameZone; i++) {
            if (values[i] instanceof LocalDateTime time) {
                LocalDateTime utc = known.of(i);
                values[i] = utc == null ? zones.toPlant(time) : zones.toPlant(time, utc);
            }
        }
        if (!sameZone) {
            values[started] = zones.toPlant(start, span.start());
            values[ended] = zones.toPlant(end, span.end());
        }
        LocalDateTime plantEnd = time(values, Event.ENDED_AT);
        derivation.fill(
                values,
                new Derivation.Event(
                        String.valueOf(text(values, Event.SERIAL_NUMBER)),
                        String.valueOf(text(values, Event.STATION)),
                        plantEnd,
                        span,
                        text(values, Event.STATUS),
                        text(values, Event.FLOW),
                        text(values, Event.FAILURE_REASONS),
                        columns[eventColumns[Event.SERIAL_NUMBER.ordinal()]].spelled(row)));
        return plantEnd;
    }

    private LocalDateTime time(@Nullable Object[] values, Event part) {
        return (LocalDateTime) Objects.requireNonNull(values[eventColumns[part.ordinal()]]);
    }

    private @Nullable String text(@Nullable Object[] values, Event part) {
        int index = eventColumns[part.ordinal()];
        return index < 0 ? null : (String) values[index];
    }

    /**
     * Blank values are excluded, so that a new column does not change the hashes of records without it. An instant stands beside a time
     * that does not tell it: two events in a repeated hour are two, and all others are the same with and without an offset.
     */
    private UUID hash(@Nullable Object[] values, Use use, IntFunction<@Nullable LocalDateTime> instants) {
        StringBuilder text = hashed;
        text.setLength(0);
        for (int i : Objects.requireNonNull(hashedColumns.get(use))) {
            StoredColumn column = columns[i];
            if (values[i] != null) {
                text.append(column.label);
                column.appendTo(text, values[i], use);
                LocalDateTime instant = values[i] instanceof LocalDateTime ? instants.apply(i) : null;
                if (instant != null) {
                    text.append('@').append(instant);
                }
                text.append('\u001f');
            }
        }
        return hash.of(text);
    }

    private int indexOf(String name) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i].column.name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Rejection rejection(Row row, Column column, @Nullable String value, Reason reason) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(row.raw(i));
        }
        return new Rejection(row.number(), column.header(), value, reason, Collections.unmodifiableList(cells));
    }

    /** The inputs of the derived columns. */
    private enum Event {
        SERIAL_NUMBER("serial_number"),
        STATION("station"),
        STARTED_AT("started_at"),
        ENDED_AT("ended_at"),
        STATUS("status"),
        FLOW("flow"),
        FAILURE_REASONS("failure_reasons");

        private final String column;

        Event(String column) {
            this.column = column;
        }
    }
}
