package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long the server took to answer: a histogram for each route and day, counted in memory and written from time to time. */
public final class ResponseTimes {
    /** The upper ends of the histogram in milliseconds; each is at most half as much again as the one before. */
    static final List<Long> BOUNDS = List.of(
            1L, 2L, 3L, 4L, 6L, 8L, 10L, 15L, 20L, 30L, 40L, 60L, 80L, 100L, 150L, 200L, 300L, 400L, 600L, 800L, 1_000L,
            1_500L, 2_000L, 3_000L, 4_000L, 6_000L, 8_000L, 10_000L, 15_000L, 30_000L, 60_000L);

    /** What took longer than all bounds. */
    static final long LONGER = 3_600_000;

    private final Warehouse warehouse;
    private Map<Cell, Long> counts = new HashMap<>();

    /** For a server of this database. */
    public ResponseTimes(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * Counts an answer.
     *
     * @param day the plant day
     * @param route method and path, with the names of its parameters
     */
    public synchronized void took(LocalDate day, String route, long nanos) {
        counts.merge(new Cell(day, route, bound(nanos)), 1L, Long::sum);
    }

    /** Writes what was counted since the last time; if that fails, it is written the next time. */
    public void write() {
        Map<Cell, Long> taken = take();
        if (!taken.isEmpty()) {
            try {
                warehouse.noteAll(session -> write(session, taken));
            } catch (RuntimeException e) {
                giveBack(taken);
                throw e;
            }
        }
    }

    private synchronized Map<Cell, Long> take() {
        Map<Cell, Long> taken = counts;
        counts = new HashMap<>();
        return taken;
    }

    private synchronized void giveBack(Map<Cell, Long> taken) {
        taken.forEach((cell, requests) -> counts.merge(cell, requests, Long::sum));
    }

    private static void write(Session session, Map<Cell, Long> taken) {
        List<Object> values = new ArrayList<>();
        taken.forEach((cell, requests) -> values.addAll(List.of(cell.day(), cell.route(), cell.bound(), requests)));
        session.execute(
                "insert into response_time values "
                        + String.join(", ", Collections.nCopies(taken.size(), "(?, ?, ?, ?)"))
                        + " on conflict (day, route, up_to_ms)"
                        + " do update set requests = response_time.requests + excluded.requests",
                values.toArray());
    }

    private static long bound(long nanos) {
        return BOUNDS.stream()
                .filter(bound -> nanos <= bound * 1_000_000)
                .findFirst()
                .orElse(LONGER);
    }

    private record Cell(LocalDate day, String route, long bound) {}
}
