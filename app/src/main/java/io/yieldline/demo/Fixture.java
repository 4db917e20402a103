package io.yieldline.demo;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A test fixture. One of them wears out: its failure rate rises from day to day, as a signal for control charts.
 *
 * @param wear percentage points of failures added at the end of the time
 */
record Fixture(String name, double wear) {
    static final List<Fixture> ALL =
            IntStream.rangeClosed(301, 328).mapToObj(Fixture::numbered).toList();

    private static final List<String> MISREADINGS = List.of("NV-NV0", "NV+NC0", "7V-NC0", "400000");

    private static Fixture numbered(int number) {
        return new Fixture("NV-NC0" + number, number == 305 ? 45 : 0);
    }

    /** Failure rate in percent, at a fraction (0 to 1) of the time. */
    double failing(Stop stop, double passed) {
        return stop.failing() + wear * passed;
    }

    /** The name as scanned; occasionally a scan error. */
    String scanned(Dice dice) {
        return dice.chance(0.2) ? dice.pick(MISREADINGS) + name.substring("NV-NC0".length()) : name;
    }
}
