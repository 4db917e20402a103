package io.yieldline.control;

import io.yieldline.Ratio;
import java.time.LocalDate;

/**
 * The judged records of a day: one point of a chart. What has no verdict is in neither count.
 *
 * @param failed how many failed
 * @param judged how many passed or failed; one at least
 */
public record Sample(LocalDate day, long failed, long judged) {
    /** Refuses counts that cannot be. */
    public Sample {
        if (judged < 1 || failed < 0 || failed > judged) {
            throw new IllegalArgumentException(failed + " of " + judged + " on " + day);
        }
    }

    /** The failure share, from 0 to 1. */
    public double share() {
        return new Ratio(failed, judged).value();
    }
}
