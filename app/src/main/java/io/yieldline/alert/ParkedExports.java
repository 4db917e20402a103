package io.yieldline.alert;

import io.yieldline.ingest.ExportName;
import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Parked exports. Loading the export, or time, clears the condition.
 *
 * @param within maximum time since the export was parked
 */
record ParkedExports(Severity severity, Duration within, ZoneId zone) implements ConditionSource {
    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return session.query(
                "select id, file_name, coalesce(reason, '') from export"
                        + " where status = 'parked' and loaded_at >= ? order by id",
                row -> new Condition(
                        "export_parked",
                        String.valueOf(row.getLong(1)),
                        severity,
                        ExportName.fileName(row.getString(2)) + " was parked",
                        row.getString(3),
                        "yieldline rejects --parked"),
                PlantTime.of(now.minus(within), zone));
    }
}
