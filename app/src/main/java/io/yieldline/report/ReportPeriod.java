package io.yieldline.report;

import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The selected day or week of a report, and the reason.
 *
 * @param reason one sentence
 */
record ReportPeriod(Period period, String reason) {
    private static final String EXPORTED_LATER =
            "select count(*) from export where status = 'loaded' and feed = 'workstation' and export_time > ?";

    static ReportPeriod of(Session session, Rules rules, ReportKind kind, @Nullable LocalDate day, LocalDateTime now) {
        if (day != null) {
            return new ReportPeriod(Period.of(kind, day), "");
        }
        List<LocalDate> days = session
                .query(
                        "select distinct day from workstation_master_log where day < ? order by day desc limit 30",
                        row -> row.getObject(1, LocalDate.class),
                        now.toLocalDate())
                .stream()
                .filter(date -> rules.outputDay(date).equals(date))
                .toList();
        if (days.isEmpty()) {
            return new ReportPeriod(
                    Period.of(kind, now.toLocalDate().minusDays(1)),
                    "There is no working day with records before today; this report is about yesterday.");
        }
        return of(session, kind, days);
    }

    private static ReportPeriod of(Session session, ReportKind kind, List<LocalDate> days) {
        LocalDate last = days.get(0);
        if (complete(session, last)) {
            return chosen(kind, last, "the last complete working day");
        }
        return days.size() > 1
                ? chosen(kind, days.get(1), "the last complete working day; data of " + last + " may still arrive")
                : chosen(kind, last, "the only working day with records; more of them may still arrive");
    }

    private static ReportPeriod chosen(ReportKind kind, LocalDate day, String why) {
        String words = kind == ReportKind.DAILY ? "This is " : "This is the week of " + day + ", ";
        return new ReportPeriod(Period.of(kind, day), words + why + ".");
    }

    /** A day is complete if later records or a later export were loaded. */
    private static boolean complete(Session session, LocalDate day) {
        LocalDateTime end = day.plusDays(1).atStartOfDay();
        return session.number("select count(*) from workstation_master_log where ended_at >= ?", end) > 0
                || session.number(EXPORTED_LATER, end) > 0;
    }
}
