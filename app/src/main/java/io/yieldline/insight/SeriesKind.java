package io.yieldline.insight;

import java.util.Locale;

/** What has a series of failed and judged units by day. */
public enum SeriesKind {
    /** A model at a station, from the workstation log. */
    STATION,
    /** A model at a station on a fixture, from the test-board log. */
    FIXTURE,
    /** The units of a model that fail at a station with an error code, of all units there, from the test-board log. */
    ERROR_CODE;

    /** The name in options, columns and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
