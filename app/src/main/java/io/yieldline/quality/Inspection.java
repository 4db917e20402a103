package io.yieldline.quality;

import io.yieldline.feed.Feeds;
import io.yieldline.mart.Marts;
import io.yieldline.mart.PlantParts;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a check looks at.
 *
 * @param parts the plant
 * @param from the first day that matters; null for the first that there is
 * @param to the last day that matters; null for the last that there is
 */
public record Inspection(
        PlantParts parts,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

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

    /** This moment, in plant time. */
    LocalDateTime now() {
        return parts.now();
    }

    /** Today, in plant time. */
    LocalDate today() {
        return parts.today();
    }

    /** What the settings say about checks. */
    CheckSettings settings() {
        return CheckSettings.of(plant().settings().section("checks"));
    }

    /**
     * The chosen days. Where nobody chose a first one: so many days up to the chosen last one, or up to the latest day of
     * production; all days for 0.
     */
    Window window(Session session, int days) {
        if (from != null || days == 0) {
            return new Window(from == null ? FIRST : from, to == null ? LAST : to);
        }
        LocalDate last = to == null ? latest(session) : to;
        return new Window(last.minusDays(days - 1L), to == null ? LAST : to);
    }

    private LocalDate latest(Session session) {
        return feeds().all().stream()
                .map(feed -> DayCounts.of(session, feed, today()))
                .filter(counts -> !counts.isEmpty())
                .map(DayCounts::last)
                .max(Comparator.naturalOrder())
                .orElse(today());
    }

    /** Days from one to another, both included. */
    record Window(LocalDate from, LocalDate to) {}
}
