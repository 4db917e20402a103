package io.yieldline.quality;

import io.yieldline.quality.Inspection.Window;
import java.time.YearMonth;

/** Some months in a row, most often a single one, in the years 1 to 9999. */
record Span(YearMonth first, YearMonth last) {
    /** All months that there are. */
    static final Span ALL = new Span(YearMonth.from(Window.ALL.from()), YearMonth.from(Window.ALL.to()));

    static Span of(YearMonth month) {
        return new Span(month, month);
    }

    /** The name under which the answer for a month is kept, or for all days. */
    String name() {
        return equals(ALL) ? "" : first.toString();
    }

    boolean has(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    boolean single() {
        return first.equals(last);
    }

    /** Its first and last day. */
    Window days() {
        return new Window(first.atDay(1), last.atEndOfMonth());
    }

    /** With so many months more at each end, as far as there are months. */
    Span wider(int before, int after) {
        return new Span(latest(ALL.first, first.minusMonths(before)), earliest(ALL.last, last.plusMonths(after)));
    }

    /** Such as {@code 2018-05..2025-02}. */
    @Override
    public String toString() {
        return first + ".." + last;
    }

    private static YearMonth latest(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth earliest(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? one : other;
    }
}
