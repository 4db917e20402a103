package io.yieldline.report;

import io.yieldline.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * A published number with its counts.
 *
 * @param key subject
 * @param numerator the count, or the numerator of a ratio
 * @param denominator the denominator; null for a plain count
 */
public record Figure(Key key, long numerator, @Nullable Long denominator) {
    /**
     * The subject of a figure.
     *
     * @param period the day or week, such as 2025-05-29 or 2025-W22
     * @param figure name, such as {@code station yield}
     * @param model the model, or the sort code
     * @param station the station; blank if not applicable
     */
    public record Key(String period, String figure, String model, String station) {}

    /** A figure without records. */
    static Figure none(Key key) {
        return new Figure(key, 0, null);
    }

    /** Whether it has the same value; no records and zero are the same. */
    boolean sameAs(Figure other) {
        return numerator == other.numerator && whole() == other.whole();
    }

    /** The counts, and the ratio if it is one. */
    String text() {
        return denominator == null
                ? String.valueOf(numerator)
                : new Ratio(numerator, denominator).counts() + " = " + new Ratio(numerator, denominator).percent();
    }

    /** The difference to another figure, by the count that differs most. */
    long distance(Figure other) {
        return Math.max(Math.abs(numerator - other.numerator), Math.abs(whole() - other.whole()));
    }

    private long whole() {
        return denominator == null ? 0 : denominator;
    }
}
