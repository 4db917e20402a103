package io.yieldline.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** Percentage points for people: parts that are rounded so that they add up to their rounded sum (largest remainder). */
public final class Points {
    private static final int PLACES = 2;
    private static final BigFraction UNIT = BigFraction.of(10_000);

    private Points() {}

    /** The parts in percentage points with two places; their sum is the rounded sum. */
    public static List<BigDecimal> of(List<BigFraction> parts) {
        List<BigFraction> scaled =
                parts.stream().map(part -> part.multiply(UNIT)).toList();
        BigFraction sum = scaled.stream().reduce(BigFraction.ZERO, BigFraction::add);
        long missing = rounded(sum, RoundingMode.HALF_EVEN);
        List<Long> shown = new ArrayList<>();
        for (BigFraction part : scaled) {
            long floor = rounded(part, RoundingMode.FLOOR);
            shown.add(floor);
            missing -= floor;
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing((Integer i) -> scaled.get(i).subtract(BigFraction.of(shown.get(i))))
                .reversed());
        for (int i = 0; i < missing; i++) {
            shown.set(byRemainder.get(i), shown.get(byRemainder.get(i)) + 1);
        }
        return shown.stream().map(units -> BigDecimal.valueOf(units, PLACES)).toList();
    }

    private static long rounded(BigFraction value, RoundingMode mode) {
        return value.bigDecimalValue(0, mode).longValueExact();
    }
}
