package io.yieldline.cli;

import io.yieldline.insight.ShiftTables;
import io.yieldline.insight.Shifts;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;

/**
 * Shifts, for programs.
 *
 * @param days the days, in words
 * @param basis what is counted
 * @param leastPoints the smallest difference of two failure rates that counts, in percentage points
 * @param series the number of series that were looked at
 * @param tooFew the number of series with too few failed or passed units to tell
 * @param shifts a row for each shift
 */
record ShiftsJson(String days, String basis, BigDecimal leastPoints, int series, int tooFew, Table shifts) {
    static ShiftsJson of(Shifts shifts) {
        return new ShiftsJson(
                shifts.question().days().words(),
                Shifts.BASIS,
                shifts.leastPoints(),
                shifts.series(),
                shifts.tooFew(),
                ShiftTables.told(shifts));
    }
}
