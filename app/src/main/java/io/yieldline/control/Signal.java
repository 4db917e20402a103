package io.yieldline.control;

import java.time.LocalDate;

/**
 * Why a point is out of control.
 *
 * @param length how many points the row has until there; 1 for a single point
 * @param low whether it is below the centre, or falls
 * @param since the day on which the row begins
 */
public record Signal(NelsonRule rule, int length, boolean low, LocalDate since) {
    /** In words, such as {@code 9 in a row above the centre}. */
    public String words() {
        return switch (rule) {
            case BEYOND -> low ? "below the lower limit" : "above the upper limit";
            case RUN -> length + " in a row " + (low ? "below" : "above") + " the centre";
            case TREND -> length + " in a row " + (low ? "falling" : "rising");
            case ALTERNATING -> length + " in a row up and down in turn";
        };
    }
}
