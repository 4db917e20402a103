package io.yieldline.control;

/**
 * Between which shares a day lies as long as nothing but chance is at work.
 *
 * @param lower from 0
 * @param upper to 1
 */
public record ControlLimits(double lower, double upper) {
    private static final double WIDTH = 3;

    /** Around the centre; a share is never below 0 or above 1. */
    static ControlLimits around(double centre, double sigma) {
        return new ControlLimits(Math.max(0, centre - WIDTH * sigma), Math.min(1, centre + WIDTH * sigma));
    }
}
