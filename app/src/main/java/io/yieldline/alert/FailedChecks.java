package io.yieldline.alert;

import io.yieldline.mart.DayRange;
import io.yieldline.plant.Plant;
import io.yieldline.quality.Checks;
import io.yieldline.warehouse.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * Failed checks. A failure ends with a later result of the same check that covers its days: a check of another day says
 * nothing about it.
 *
 * @param within maximum age of a result that opens an alert; an open alert does not end with age
 * @param plant the plant, which says which checks there are: those that are gone have no alert
 */
record FailedChecks(Severity severity, Duration within, ZoneId zone, Plant plant) implements ConditionSource {
    private static final String STANDING = """
            select r.check_name, r.title, r.outcome, r.failing, r.total, r.run_id, r.first_day, r.last_day
            from check_result r
            where r.outcome in ('failed', 'could not run')
                and not exists (
                    select 1
                    from check_result later
                    where later.check_name = r.check_name
                        and later.run_id > r.run_id
                        and (later.first_day is null or later.first_day <= r.first_day)
                        and (later.last_day is null or later.last_day >= r.last_day))
                and (r.finished_at >= ?
                    or exists (
                        select 1
                        from alert a
                        where a.rule = 'check_failed' and a.cause = r.check_name and a.resolved_at is null))
            order by
                r.check_name,
                case when r.first_day is null and r.last_day is null then 0 else 1 end,
                r.run_id desc""";

    /** Of several failures of a check, the first is told: the one over all days, or else the latest. */
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        Set<String> known = Checks.names(plant);
        return session.query(STANDING, this::condition, PlantTime.of(now.minus(within), zone)).stream()
                .filter(condition -> known.contains(condition.cause()))
                .toList();
    }

    private Condition condition(ResultSet row) throws SQLException {
        String check = row.getString(1);
        DayRange days = new DayRange(row.getObject(7, LocalDate.class), row.getObject(8, LocalDate.class));
        return new Condition(
                "check_failed",
                check,
                severity,
                "the check " + check + " " + row.getString(3),
                row.getString(2) + count(row) + (days.coversAll() ? "" : ", " + days.words()) + " (run "
                        + row.getLong(6) + ")",
                "yieldline check " + check);
    }

    private static String count(ResultSet row) throws SQLException {
        if (row.getString(3).equals("could not run")) {
            return "";
        }
        return ": " + row.getLong(4) + (row.getObject(5) == null ? "" : " of " + row.getLong(5));
    }
}
