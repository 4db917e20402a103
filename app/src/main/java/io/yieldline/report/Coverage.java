package io.yieldline.report;

import io.yieldline.mart.CompleteDay;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the data of a period reaches. A day without records was a day without work only if something later has arrived; before
 * that, nobody knows.
 *
 * @param until the last day of the period whose data arrived, at least in part; null if there is none
 * @param finished whether the data of all its working days arrived
 * @param over whether its last day is past
 */
record Coverage(Period period, @Nullable LocalDate until, boolean finished, boolean over) {
    static Coverage of(Session session, Rules rules, Period period, LocalDate today) {
        LocalDate complete = CompleteDay.last(session, today);
        LocalDate arrived = Stream.of(complete, recorded(session, period, today))
                .filter(day -> !day.isBefore(period.from()))
                .max(LocalDate::compareTo)
                .map(day -> day.isAfter(period.to()) ? period.to() : day)
                .orElse(null);
        boolean finished = !lastWorkingDay(rules, period).isAfter(complete);
        return new Coverage(period, arrived, finished, today.isAfter(period.to()));
    }

    private static LocalDate recorded(Session session, Period period, LocalDate today) {
        return latest(
                session,
                "max(day) from workstation_master_log where day between ? and ?",
                period.from(),
                period.to().isAfter(today) ? today : period.to());
    }

    private static LocalDate latest(Session session, String day, Object... parameters) {
        return session.query("select " + day, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), parameters)
                .get(0)
                .orElse(LocalDate.EPOCH);
    }

    /** Work on later days counts on this one. */
    static LocalDate lastWorkingDay(Rules rules, Period period) {
        LocalDate day = rules.outputDay(period.to());
        return day.isBefore(period.from()) ? period.to() : day;
    }

    /** Whether the data of a day has arrived, at least in part: only then a count of 0 says something. */
    boolean holds(LocalDate day) {
        return until != null && !day.isAfter(until);
    }

    /** The last day with data while more of it may arrive, which has no say in means; empty if there is none. */
    String unfinishedDay() {
        return finished || until == null ? "" : until.toString();
    }

    /** What stands after the name of the period, such as {@code unfinished: data up to 2025-05-28}; empty if it is finished. */
    String mark() {
        if (finished) {
            return "";
        }
        if (period.kind() == ReportKind.DAILY) {
            return "unfinished";
        }
        return until == null ? "unfinished: no data yet" : "unfinished: data up to " + until;
    }

    /** What a reader must know about the period; empty if nothing can be added to it. */
    String remark() {
        if (!finished) {
            return "This " + period.noun() + " is not finished: "
                    + (until == null ? "none of its data has arrived." : "more of its data may still arrive.")
                    + (period.kind() == ReportKind.WEEKLY ? " Days that have not arrived are left out." : "");
        }
        return over || period.kind() == ReportKind.DAILY
                ? ""
                : "The working days of this week are complete; weekend work may still be added.";
    }
}
