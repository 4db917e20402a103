package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.insight.Shift;
import io.yieldline.insight.Shifts;
import java.util.Locale;

/** Shifts, for people: a sentence each, with its evidence below. */
final class ShiftsText {
    private final Shifts shifts;
    private final Console console;

    ShiftsText(Shifts shifts, Console console) {
        this.shifts = shifts;
        this.console = console;
    }

    void print() {
        shifts.found().forEach(this::print);
        if (!shifts.found().isEmpty()) {
            console.line("");
        }
        console.line(Counted.of(shifts.found().size(), "shift") + " in " + shifts.series() + " series, "
                + shifts.question().days().words() + "; " + Shifts.BASIS + ".");
        console.line("Differences of less than " + shifts.leastPoints().toPlainString()
                + " % of the units are left out (setting rate_shifts.least_points)" + tooFew() + ".");
    }

    private void print(Shift shift) {
        console.line(shift.words());
        console.line(String.format(Locale.ROOT, "  G %.1f, %s", shift.change().g(), shift.chance()));
    }

    private String tooFew() {
        return shifts.tooFew() == 0
                ? ""
                : "; " + shifts.tooFew() + " more series have too few failed or passed units to tell";
    }
}
