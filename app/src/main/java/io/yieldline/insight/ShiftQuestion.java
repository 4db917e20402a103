package io.yieldline.insight;

import io.yieldline.mart.DayRange;
import io.yieldline.mart.PeriodColumn;
import io.yieldline.mart.RowFilter;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Since when does something fail at another rate?
 *
 * @param days the days to look at; without a last day up to the newest record, without a first day {@value #USUAL_DAYS} days
 * @param of of what
 * @param model only this model; null for all
 * @param station only this station; null for all
 */
public record ShiftQuestion(
        DayRange days,
        Set<SeriesKind> of,
        @Nullable String model,
        @Nullable String station) {
    /** The number of days to look at when nothing else is asked for: two months. */
    public static final int USUAL_DAYS = 61;

    /** A copy that nobody changes; nothing asked for stands for stations. */
    public ShiftQuestion {
        of = Set.copyOf(of.isEmpty() ? EnumSet.of(SeriesKind.STATION) : of);
    }

    /** The same question about days with both ends; as it is while there is no record. */
    ShiftQuestion resolved(Session session) {
        LocalDate last = days.to() == null ? latest(session) : days.to();
        if (last == null) {
            return this;
        }
        LocalDate first = days.from() == null ? last.minusDays(USUAL_DAYS - 1L) : days.from();
        return new ShiftQuestion(new DayRange(first, last), of, model, station);
    }

    private static @Nullable LocalDate latest(Session session) {
        return session.first(
                        "select max(day) from workstation_master_log having count(day) > 0",
                        row -> row.getObject(1, LocalDate.class))
                .orElse(null);
    }

    RowFilter filter() {
        RowFilter filter = new RowFilter();
        filter.days(PeriodColumn.DAY, days);
        if (model != null) {
            filter.oneOf("model", List.of(model));
        }
        if (station != null) {
            filter.oneOf("station", List.of(station));
        }
        return filter;
    }
}
