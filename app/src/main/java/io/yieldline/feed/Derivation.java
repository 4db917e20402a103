package io.yieldline.feed;

import io.yieldline.plant.Rules;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes the derived columns of a feed's records by the plant's rules. */
public final class Derivation {
    private final Rules rules;
    private final Calendar calendar;
    private final List<Derived> columns;

    /** For the records of one feed. */
    public Derivation(Feed feed, Rules rules) {
        this.rules = rules;
        this.calendar = new Calendar(rules);
        this.columns = feed.derivedColumns();
    }

    /** How many columns this adds. */
    int size() {
        return columns.size();
    }

    /** Writes the derived values of an event into the tail of a record. */
    void fill(@Nullable Object[] values, Event event) {
        int place = values.length - columns.size();
        for (Derived column : columns) {
            values[place++] = value(column, event);
        }
    }

    private @Nullable Object value(Derived column, Event event) {
        return switch (column) {
            case DAY -> day(event).day();
            case WEEK -> day(event).week();
            case WEEK_START -> day(event).weekStart();
            case OUTPUT_DAY -> day(event).outputDay();
            case HOUR -> event.endedAt().getHour();
            case DURATION_SECONDS -> event.seconds();
            case VERDICT -> rules.verdict(event.status()).word();
            case IN_SCOPE -> rules.productionScope().holds(event.flow(), event.station());
            case ERROR_CODE -> rules.errorCode().code(event.failureReasons());
        };
    }

    private Calendar.CalendarDay day(Event event) {
        return calendar.day(event.endedAt().toLocalDate());
    }

    /** What the derived columns are derived from; times are plant time. */
    record Event(
            String station,
            LocalDateTime endedAt,
            long seconds,
            @Nullable String status,
            @Nullable String flow,
            @Nullable String failureReasons) {

        static long seconds(LocalDateTime start, LocalDateTime end, ZoneId zone) {
            return Duration.between(start.atZone(zone), end.atZone(zone)).getSeconds();
        }
    }
}
