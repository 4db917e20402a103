package io.yieldline.feed;

import io.yieldline.feed.Calendar.CalendarDay;
import io.yieldline.plant.Rules;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Computes the derived columns of the records of a feed by the rules of the plant. */
public final class Derivation {
    private final Rules rules;
    private final Calendar calendar;
    private final List<Derived> columns;
    private final int duration;
    private final Predicate<String> excluded;
    private final Memo<String, String> verdicts = new Memo<>();
    private final Memo<StationInFlow, Boolean> scopes = new Memo<>();

    /** For the records of one feed. */
    public Derivation(Feed feed, Rules rules) {
        this.rules = rules;
        this.calendar = new Calendar(rules);
        this.columns = feed.derivedColumns();
        this.duration = columns.indexOf(Derived.DURATION_SECONDS);
        this.excluded = rules.excludedSerialNumbers().test();
    }

    /** The number of derived columns. */
    int size() {
        return columns.size();
    }

    /** Writes the derived values of an event to the end of a record. */
    void fill(@Nullable Object[] values, Event event) {
        int place = values.length - columns.size();
        CalendarDay day = calendar.day(rules.productionDay().of(event.endedAt()));
        for (Derived column : columns) {
            values[place++] = value(column, event, day);
        }
    }

    /** Whether the event of a filled record ends before it starts. */
    boolean endsBeforeStart(@Nullable Object[] values) {
        return duration >= 0
                && values[values.length - columns.size() + duration] instanceof Long seconds
                && seconds < 0;
    }

    private @Nullable Object value(Derived column, Event event, CalendarDay day) {
        return switch (column) {
            case DAY -> day.day();
            case WEEK -> day.week();
            case WEEK_START -> day.weekStart();
            case OUTPUT_DAY -> day.outputDay();
            case HOUR -> event.endedAt().getHour();
            case DURATION_SECONDS -> event.span().seconds();
            case VERDICT -> verdict(event.status());
            case IN_SCOPE ->
                !excluded.test(event.serialNumber())
                        && scopes.of(new StationInFlow(event.flow(), event.station()), this::isInScope);
            case EXCLUDED -> excluded.test(event.serialNumber());
            case SHIFT -> rules.productionDay().shift(event.endedAt().toLocalTime());
            case STARTED_UTC -> event.span().start();
            case ENDED_UTC -> event.span().end();
            case SERIAL_SPELLED -> event.serialSpelled();
            case ERROR_CODE -> rules.errorCode().code(event.failureReasons());
        };
    }

    /** Values are never empty texts, so an empty text represents blank. */
    private String verdict(@Nullable String status) {
        return verdicts.of(
                status == null ? "" : status, key -> rules.verdict(status).word());
    }

    private boolean isInScope(StationInFlow where) {
        return rules.productionScope().holds(where.flow(), where.station());
    }

    /** What decides the production scope. */
    private record StationInFlow(@Nullable String flow, String station) {}

    /** The inputs of the derived columns; times are plant time. */
    record Event(
            String serialNumber,
            String station,
            LocalDateTime endedAt,
            ZoneShift.Span span,
            @Nullable String status,
            @Nullable String flow,
            @Nullable String failureReasons,
            @Nullable String serialSpelled) {}
}
