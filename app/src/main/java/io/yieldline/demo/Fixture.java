package io.yieldline.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A test fixture. One of them wears out: its failures rise from day to day, which is what control charts are for.
 *
 * @param wear percentage points of failures that come on top at the end of the time
 */
record Fixture(String name, double wear) {
    static final List<Fixture> ALL =
            IntStream.rangeClosed(301, 328).mapToObj(Fixture::numbered).toList();

    private static final List<String> MISREADINGS = List.of("NV-NV0", "NV+NC0", "7V-NC0", "400000");

    private static Fixture numbered(int number) {
        return new Fixture("NV-NC0" + number, number == 305 ? 45 : 0);
    }

    /** Percent of tests that fail here, when a part of the time (0 to 1) has passed. */
    double failing(Stop stop, double passed) {
        return stop.failing() + wear * passed;
    }

    /** The name as scanned: seldom, the scanner reads something else. */
    String scanned(Dice dice) {
        return dice.chance(0.2) ? dice.pick(MISREADINGS) + name.substring("NV-NC0".length()) : name;
    }
}
