package io.yieldline.report;

import io.yieldline.Ratio;
import org.jspecify.annotations.Nullable;

/**
 * A published number with its counts.
 *
 * @param key what it is of
 * @param numerator the count, or the part of a share
 * @param denominator of how many; null for a plain count
 */
public record Figure(Key key, long numerator, @Nullable Long denominator) {
    /**
     * What a figure is of.
     *
     * @param period the day or week, such as 2025-05-29 or 2025-W22
     * @param figure which number, such as {@code station yield}
     * @param model the model, or the sort code
     * @param station the station; blank where it is of no station
     */
    public record Key(String period, String figure, String model, String station) {}

    /** A figure for which there are no records. */
    static Figure none(Key key) {
        return new Figure(key, 0, null);
    }

    /** Whether it says the same; nothing counted and nothing there is the same. */
    boolean sameAs(Figure other) {
        return numerator == other.numerator && whole() == other.whole();
    }

    /** The counts, and the share where it is one. */
    String text() {
        return denominator == null
                ? String.valueOf(numerator)
                : new Ratio(numerator, denominator).counts() + " = " + new Ratio(numerator, denominator).percent();
    }

    /** How far it is from another, by the count that differs most. */
    long distance(Figure other) {
        return Math.max(Math.abs(numerator - other.numerator), Math.abs(whole() - other.whole()));
    }

    private long whole() {
        return denominator == null ? 0 : denominator;
    }
}
