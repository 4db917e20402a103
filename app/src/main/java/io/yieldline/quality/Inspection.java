package io.yieldline.quality;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.DayRange;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a check.
 *
 * @param parts the plant
 * @param from first day; null for the first available day
 * @param to last day; null for the last available day
 * @param months the answers of questions that can be asked of each month
 */
public record Inspection(
        PlantParts parts,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        MonthAnswers months) {
    /** The same, which asks for everything and carries nothing on. */
    public Inspection(PlantParts parts, @Nullable LocalDate from, @Nullable LocalDate to) {
        this(parts, from, to, MonthAnswers.none());
    }

    /** The days to which checks are limited. */
    DayRange days() {
        return new DayRange(from, to);
    }

    Plant plant() {
        return parts.plant();
    }

    Marts marts() {
        return parts.marts();
    }

    Warehouse warehouse() {
        return parts.warehouse();
    }

    Feeds feeds() {
        return parts.feeds();
    }

    /** The current time, in plant time. */
    LocalDateTime now() {
        return parts.now();
    }

    /** Today, in plant time. */
    LocalDate today() {
        return parts.today();
    }

    /** What a question finds for the days of this inspection. */
    Table ask(Session session, Question question) {
        return months.ask(session, this, question, window(session, 0));
    }

    /** What a question finds for all days, whatever the days of this inspection. */
    Table askAll(Session session, Question question) {
        return months.ask(session, this, question, Window.ALL);
    }

    /** The check settings. */
    CheckSettings settings() {
        return CheckSettings.of(plant().settings().section("checks"));
    }

    /**
     * The range of days. Without a first day: a number of days up to the given last day, or up to the latest production
     * day; all days for 0.
     */
    Window window(Session session, int days) {
        if (from != null || days == 0) {
            return new Window(from == null ? Window.ALL.from() : from, to == null ? Window.ALL.to() : to);
        }
        LocalDate last = to == null ? latest(session) : to;
        return new Window(last.minusDays(days - 1L), to == null ? Window.ALL.to() : to);
    }

    private LocalDate latest(Session session) {
        return feeds().all().stream()
                .map(feed -> DayCounts.of(session, feed, this))
                .filter(counts -> !counts.isEmpty())
                .map(DayCounts::last)
                .max(Comparator.naturalOrder())
                .orElse(today());
    }

    /** A range of days, inclusive. */
    record Window(LocalDate from, LocalDate to) {
        /** All days. */
        static final Window ALL = new Window(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

        /** Whether it includes every day. */
        boolean coversAll() {
            return equals(ALL);
        }

        /** With so many days more at each end, as far as there are days. */
        Window wider(int days) {
            return new Window(
                    from.equals(ALL.from) ? from : from.minusDays(days), to.equals(ALL.to) ? to : to.plusDays(days));
        }
    }
}
