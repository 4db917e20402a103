package io.yieldline.control;

/**
 * The control limits of the failure rate of a day.
 *
 * @param lower lower limit, at least 0
 * @param upper upper limit, at most 1
 */
public record ControlLimits(double lower, double upper) {
    /** Standard deviations from the centre to each limit. */
    static final double WIDTH = 3;

    /** Limits around the centre, clipped to 0 and 1. */
    static ControlLimits around(double centre, double sigma) {
        return new ControlLimits(Math.max(0, centre - WIDTH * sigma), Math.min(1, centre + WIDTH * sigma));
    }
}
