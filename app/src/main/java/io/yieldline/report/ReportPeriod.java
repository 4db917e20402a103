package io.yieldline.report;

import io.yieldline.mart.CompleteDay;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The selected day or week of a report, and the reason.
 *
 * @param reason one sentence
 */
record ReportPeriod(Period period, String reason) {
    private static final String LAST_DAY = "the last complete working day";

    /** So many days with records are looked at for one that is complete, or in a week that is over. */
    private static final int LATEST = 30;

    /**
     * Chooses it.
     *
     * @param day the day, or any day of the week; null for the last complete working day
     * @param due the day on which the report is due: what happened from then on is not in it
     * @param today the day on which it is made
     */
    static ReportPeriod of(
            Session session, Rules rules, ReportKind kind, @Nullable LocalDate day, LocalDate due, LocalDate today) {
        if (day != null) {
            return new ReportPeriod(Period.of(kind, day), "");
        }
        List<LocalDate> days = CompleteDay.latestWithRecords(session, due, LATEST).stream()
                .filter(date -> rules.outputDay(date).equals(date))
                .toList();
        if (days.isEmpty()) {
            return new ReportPeriod(
                    Period.of(kind, due.minusDays(1)),
                    "There is no working day with records before " + (due.equals(today) ? "today" : due)
                            + "; this report is about " + (due.equals(today) ? "yesterday" : "the day before") + ".");
        }
        LocalDate complete = CompleteDay.last(session, today);
        return lastWeek(rules, kind, days, due, complete).orElseGet(() -> lastDay(kind, days, complete));
    }

    /** Within a week, the report is about the week before: the present one still grows. */
    private static Optional<ReportPeriod> lastWeek(
            Rules rules, ReportKind kind, List<LocalDate> days, LocalDate due, LocalDate complete) {
        return days.stream()
                .filter(day -> kind == ReportKind.WEEKLY && over(rules, day, due))
                .findFirst()
                .map(day -> chosen(
                        kind,
                        day,
                        day.equals(days.get(0)) && !day.isAfter(complete) ? LAST_DAY : "the last week that is over"));
    }

    private static boolean over(Rules rules, LocalDate day, LocalDate due) {
        return Coverage.lastWorkingDay(rules, Period.of(ReportKind.WEEKLY, day)).isBefore(due);
    }

    private static ReportPeriod lastDay(ReportKind kind, List<LocalDate> days, LocalDate complete) {
        LocalDate last = days.get(0);
        if (!last.isAfter(complete)) {
            return chosen(kind, last, LAST_DAY);
        }
        return days.size() > 1
                ? chosen(kind, days.get(1), LAST_DAY + "; data of " + last + " may still arrive")
                : chosen(kind, last, "the only working day with records; more of them may still arrive");
    }

    private static ReportPeriod chosen(ReportKind kind, LocalDate day, String why) {
        String words = kind == ReportKind.DAILY ? "This is " : "This is the week of " + day + ", ";
        return new ReportPeriod(Period.of(kind, day), words + why + ".");
    }
}
