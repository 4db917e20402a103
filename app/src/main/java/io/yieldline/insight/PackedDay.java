package io.yieldline.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * When the units of a production day were packed.
 *
 * @param minutes the minute of the day of each packing record with a pass; 0 is the minute in which the day starts
 */
record PackedDay(LocalDate day, List<Integer> minutes) {
    /** Those up to a minute, which is included. */
    long until(int minute) {
        return minutes.stream().filter(packed -> packed <= minute).count();
    }

    long total() {
        return minutes.size();
    }
}
