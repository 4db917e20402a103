package io.yieldline.insight;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Judged records.
 *
 * @param passed those with verdict pass
 * @param judged those with verdict pass or fail
 */
public record Judged(long passed, long judged) {
    /** No record. */
    public static final Judged NONE = new Judged(0, 0);

    Judged plus(Judged other) {
        return new Judged(passed + other.passed, judged + other.judged);
    }

    /** These records, or none if they are too few. */
    Judged orNone(long least) {
        return judged < least ? NONE : this;
    }

    boolean none() {
        return judged == 0;
    }

    /** The yield: passed of judged. */
    public BigFraction yield() {
        return BigFraction.of(passed, judged);
    }

    /** The share that these records have in all. */
    BigFraction shareOf(Judged all) {
        return BigFraction.of(judged, all.judged);
    }
}
