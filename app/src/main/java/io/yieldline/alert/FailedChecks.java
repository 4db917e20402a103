package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Operations whose latest run found errors in the data. The next run without findings clears it.
 *
 * @param within older runs matter no more
 */
record FailedChecks(Severity severity, Duration within, ZoneId zone) implements ConditionSource {
    private static final String LATEST = """
            select r.id, r.operation, coalesce(r.summary, '')
            from run r
            join (
                select operation, max(id) as id from run where ended_at is not null group by operation
            ) latest on latest.id = r.id
            where r.started_at >= ? and r.outcome = 'check_failed'
            order by r.operation""";

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return session.query(
                LATEST,
                row -> new Condition(
                        "check_failed",
                        row.getString(2),
                        severity,
                        row.getString(2) + " found errors in the data",
                        "run " + row.getLong(1) + ": " + row.getString(3),
                        "yieldline check"),
                PlantTime.of(now.minus(within), zone));
    }
}
