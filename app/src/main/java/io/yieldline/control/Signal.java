package io.yieldline.control;

import java.time.LocalDate;

/**
 * A signal: why a point is out of control.
 *
 * @param length length of the run up to this point; 1 for a single point
 * @param low whether it is below the centre line, or falling
 * @param since first day of the run
 */
public record Signal(NelsonRule rule, int length, boolean low, LocalDate since) {
    /** Description, such as {@code 9 in a row above the centre}. */
    public String words() {
        return switch (rule) {
            case BEYOND -> low ? "below the lower limit" : "above the upper limit";
            case RUN -> length + " in a row " + (low ? "below" : "above") + " the centre";
            case TREND -> length + " in a row " + (low ? "falling" : "rising");
            case ALTERNATING -> length + " in a row up and down in turn";
        };
    }
}
