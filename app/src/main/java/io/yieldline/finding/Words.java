package io.yieldline.finding;

import io.yieldline.Counted;
import io.yieldline.Ratio;
import io.yieldline.control.Centre;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How findings write days, rates and lists. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private static final int FEW = 100;

    private Words() {}

    /** A day, such as {@code Fri 23 May}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The failure rate with one decimal, such as {@code 5.8 %}. */
    static String rate(Centre units) {
        return new Ratio(units.failed(), units.judged())
                        .percent(1)
                        .map(BigDecimal::toPlainString)
                        .orElse("0.0") + " %";
    }

    /** The failure rate of the days before; of few units with their number, such as {@code 45.0 % of 20 units}. */
    static String before(Centre units) {
        return rate(units) + (units.judged() < FEW ? " of " + Counted.of(units.judged(), "unit") : "");
    }

    /** Counts, such as {@code 63 of 1,078 units}. */
    static String units(Centre units) {
        return units(units.failed(), units.judged());
    }

    static String units(long failed, long units) {
        return String.format(Locale.ROOT, "%,d of %,d units", failed, units);
    }

    /** Names with commas and a last "and". */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** A probability, such as {@code 1.354e-04}. */
    static String chance(double value) {
        return String.format(Locale.ROOT, "%.3e", value);
    }

    /** A number with one decimal. */
    static String decimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
