package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Checks whose latest result is a failure. The next result without a failure clears the condition.
 *
 * @param within maximum age of a result
 */
record FailedChecks(Severity severity, Duration within, ZoneId zone) implements ConditionSource {
    private static final String LATEST = """
            select r.check_name, r.title, r.failing, r.total, r.run_id
            from check_result r
            join (
                select check_name, max(run_id) as run_id from check_result group by check_name
            ) latest on latest.run_id = r.run_id and latest.check_name = r.check_name
            where r.finished_at >= ? and r.outcome = 'failed'
            order by r.check_name""";

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return session.query(
                LATEST,
                row -> new Condition(
                        "check_failed",
                        row.getString(1),
                        severity,
                        "the check " + row.getString(1) + " failed",
                        row.getString(2) + ": " + row.getLong(3)
                                + (row.getObject(4) == null ? "" : " of " + row.getLong(4)) + " (run " + row.getLong(5)
                                + ")",
                        "yieldline check " + row.getString(1)),
                PlantTime.of(now.minus(within), zone));
    }
}
