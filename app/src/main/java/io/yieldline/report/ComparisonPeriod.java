package io.yieldline.report;

import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;

/**
 * The days that a period is compared with.
 *
 * @param title column header
 * @param days for a day the five previous working days, for a week the previous week
 */
record ComparisonPeriod(String title, List<LocalDate> days) {
    private static final int WORKING_DAYS = 5;

    static ComparisonPeriod of(Session session, Rules rules, Period period) {
        if (period.kind() == ReportKind.WEEKLY) {
            Period before = period.minus(1);
            return new ComparisonPeriod(
                    before.name(),
                    before.from().datesUntil(before.to().plusDays(1)).toList());
        }
        return new ComparisonPeriod(
                WORKING_DAYS + " days before", WorkingDays.before(session, rules, period.from(), WORKING_DAYS));
    }
}
