package io.yieldline.demo;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.LocalDate;

/**
 * Settings of a demo plant. The same settings always give the same bytes.
 *
 * @param firstDay first day of the exports, in plant time
 * @param days number of days, at least {@value #FEWEST_DAYS}
 * @param units number of serial numbers, at least {@value #FEWEST_UNITS}
 * @param seed seed of the random numbers
 */
public record DemoSettings(LocalDate firstDay, int days, int units, long seed) {
    static final int FEWEST_DAYS = 7;
    static final int FEWEST_UNITS = 100;

    /** Refuses a plant that is too small to show everything. */
    public DemoSettings {
        atLeast(FEWEST_DAYS, days, "days");
        atLeast(FEWEST_UNITS, units, "units");
    }

    /** Four weeks of March 2025, including the clock change in New York, which Shanghai does not have. */
    public static DemoSettings standard() {
        return new DemoSettings(LocalDate.of(2025, 3, 3), 28, 1_200, 1);
    }

    LocalDate lastDay() {
        return firstDay.plusDays(days - 1L);
    }

    private static void atLeast(int fewest, int given, String what) {
        if (given < fewest) {
            throw new UserError(
                    ExitCode.USAGE, "demo plant: " + given + " " + what + " are too few, use " + fewest + " or more");
        }
    }
}
