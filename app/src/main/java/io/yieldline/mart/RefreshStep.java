package io.yieldline.mart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The step of the daily and weekly schedule that brings a mart up to date, as the mart's header names it; in the order of a day. */
public enum RefreshStep {
    /** Marts by day that yields are read from. */
    DAILY_YIELDS("daily yields"),
    /** Marts by week that yields are read from. */
    WEEKLY_YIELDS("weekly yields"),
    /** Output that is packed, and sort tests. */
    PACKING("packing and sort tests"),
    /** Output by hour. */
    HOURLY_OUTPUT("hourly output"),
    /** Electrical tests. */
    TEST_BOARDS("test boards"),
    /** Every mart whose header names no step. */
    OTHER("other marts");

    private final String label;

    RefreshStep(String label) {
        this.label = label;
    }

    /** Its name in headers and in the results of a run. */
    public String label() {
        return label;
    }

    static Optional<RefreshStep> of(String label) {
        return Arrays.stream(values()).filter(step -> step.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(RefreshStep::label).toList();
    }
}
