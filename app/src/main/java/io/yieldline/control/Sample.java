package io.yieldline.control;

import io.yieldline.Ratio;
import java.time.LocalDate;

/**
 * The judged records of a day: one point of a chart. Unjudged records are not counted.
 *
 * @param failed failed records
 * @param judged passed or failed records; at least one
 */
public record Sample(LocalDate day, long failed, long judged) {
    /** Refuses impossible counts. */
    public Sample {
        if (judged < 1 || failed < 0 || failed > judged) {
            throw new IllegalArgumentException(failed + " of " + judged + " on " + day);
        }
    }

    /** The failure rate, from 0 to 1. */
    public double share() {
        return new Ratio(failed, judged).value();
    }
}
