package io.yieldline.cli;

import java.time.Instant;

/** When nobody was there: after the last step that was begun, until the first one of the next server. */
record Downtime(Instant from, Instant until) {
    /** The step at its beginning may have been ended or not. */
    boolean maybeHolds(Instant moment) {
        return moment.isAfter(from.minus(SimulatedWeek.STEP)) && !moment.isAfter(until);
    }
}
