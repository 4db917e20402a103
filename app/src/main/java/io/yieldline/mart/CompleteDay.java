package io.yieldline.mart;

import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** How far the data reaches: a day is complete when later records or a later export were loaded. */
public final class CompleteDay {
    private CompleteDay() {}

    /** The last day whose data is complete, because later records or a later export were loaded; long ago without data. */
    public static LocalDate last(Session session, LocalDate today) {
        LocalDate record = lastRecord(session, today);
        LocalDate export = latest(
                session,
                "select cast(max(export_time) as date) from export where status = 'loaded' and feed = 'workstation'"
                        + " and export_time < ?",
                today.plusDays(1).atStartOfDay());
        return (record.isAfter(export) ? record : export).minusDays(1);
    }

    /** The last complete day with records, if there is one. */
    public static Optional<LocalDate> lastWithRecords(Session session, LocalDate today) {
        LocalDate day = lastRecord(session, last(session, today));
        return Optional.of(day).filter(found -> !found.equals(LocalDate.EPOCH));
    }

    /**
     * The latest days with records before a day, newest first. Most plants have them within a few weeks: only where they have not, the
     * days of all records are read.
     */
    public static List<LocalDate> latestWithRecords(Session session, LocalDate before, int most) {
        LocalDate weeks = lastRecord(session, before.minusDays(1)).minusDays(3L * most);
        List<LocalDate> recent = days(session, before, " and day >= date '" + weeks + "'", most);
        return recent.size() == most ? recent : days(session, before, "", most);
    }

    private static List<LocalDate> days(Session session, LocalDate before, String more, int most) {
        return session.query(
                "select distinct day from workstation_master_log where day < date '" + before + "'" + more
                        + " order by day desc limit " + most,
                row -> row.getObject(1, LocalDate.class));
    }

    /** Sorted, and with the day in the text instead of a parameter, DuckDB reads the newest rows only, not all of the history. */
    private static LocalDate lastRecord(Session session, LocalDate until) {
        return latest(
                session,
                "select day from workstation_master_log where day <= date '" + until + "' order by day desc limit 1");
    }

    private static LocalDate latest(Session session, String sql, Object... parameters) {
        return session.query(sql, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)), parameters).stream()
                .findFirst()
                .flatMap(day -> day)
                .orElse(LocalDate.EPOCH);
    }
}
