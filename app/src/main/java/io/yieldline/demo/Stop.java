package io.yieldline.demo;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * One station on a route.
 *
 * @param station name of the station in the portal
 * @param failing percent of visits that fail
 * @param visiting percent of units that visit the station
 */
record Stop(String station, double failing, double visiting) {
    private static final Map<String, Integer> TEST_MINUTES = Map.ofEntries(
            Map.entry("CHIFLASH", 7),
            Map.entry("FLB", 4),
            Map.entry("FLA", 5),
            Map.entry("FLC", 6),
            Map.entry("BAT", 42),
            Map.entry("BIT", 34),
            Map.entry("FCT", 230),
            Map.entry("EFT", 36),
            Map.entry("IST", 24),
            Map.entry("FPF", 3),
            Map.entry("OQA", 17));
    private static final Set<String> STORES = Set.of("SORTING", "Warehouse", "SCRAP");

    /** Reads {@code NAME}, {@code NAME/failing}, {@code NAME?visiting} or {@code NAME/failing?visiting}. */
    static Stop parse(String text) {
        String[] visit = text.split("\\?");
        String[] fail = visit[0].split("/");
        return new Stop(fail[0], percent(fail, 0), percent(visit, 100));
    }

    private static double percent(String[] parts, double otherwise) {
        return parts.length > 1 ? Double.parseDouble(parts[1]) : otherwise;
    }

    /** The repair station for units that failed here. */
    Stop repair() {
        return new Stop(station + "_REPAIR", 2, 100);
    }

    boolean electrical() {
        return TEST_MINUTES.containsKey(station);
    }

    /** Whether units wait here for months before the step is closed. */
    boolean store() {
        return STORES.contains(station);
    }

    boolean shipping() {
        return station.equals("SHIPPING");
    }

    Duration work() {
        return Duration.ofMinutes(TEST_MINUTES.getOrDefault(station, station.equals("TEST") ? 180 : 2));
    }

    Duration queue() {
        return Duration.ofMinutes(electrical() ? 30 : 140);
    }
}
