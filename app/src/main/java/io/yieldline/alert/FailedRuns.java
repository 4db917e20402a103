package io.yieldline.alert;

import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Operations whose latest run failed, ended in part, or did not end. The next successful run clears the condition.
 *
 * @param unfinished time after which a run without an end is reported
 * @param within maximum age of a run
 */
record FailedRuns(Severity severity, Duration unfinished, Duration within, ZoneId zone) implements ConditionSource {
    /** Parked exports have their own rule. */
    private static final String LATEST = """
            select r.id, r.operation, r.outcome, r.started_at, coalesce(r.error, r.summary, 'killed during ' || s.step, '')
            from run r
            join (
                select operation, max(id) as id
                from run
                where ended_at is not null or started_at < ?
                group by operation
            ) latest on latest.id = r.id
            left join run_step s on s.run_id = r.id and s.outcome = 'running'
            where r.started_at >= ?
                and (r.ended_at is null
                    or r.outcome in ('failed', 'usage', 'locked')
                    or (r.outcome = 'partly' and r.operation not in ('ingest', 'inbox')))
            order by r.operation""";

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return session.query(
                LATEST,
                row -> condition(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        PlantTime.text(row.getObject(4, LocalDateTime.class)),
                        row.getString(5)),
                PlantTime.of(now.minus(unfinished), zone),
                PlantTime.of(now.minus(within), zone));
    }

    private Condition condition(long run, String operation, String outcome, String started, String reason) {
        String ended = switch (outcome) {
            case "running" -> "did not end";
            case "partly" -> "failed in part";
            default -> "failed";
        };
        return new Condition(
                "run_failed",
                operation,
                severity,
                operation + " " + ended,
                "run " + run + ", started " + started + (reason.isEmpty() ? "" : ": " + reason),
                "yieldline runs " + run);
    }
}
