package io.yieldline.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** Fractions as decimal numbers, for files and programs. */
public final class Decimals {
    private static final int PLACES = 12;

    private Decimals() {}

    /** With twelve places, rounded once; null stays null. */
    public static @Nullable BigDecimal of(@Nullable BigFraction fraction) {
        return fraction == null ? null : fraction.bigDecimalValue(PLACES, RoundingMode.HALF_EVEN);
    }
}
