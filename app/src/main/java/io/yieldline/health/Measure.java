package io.yieldline.health;

import io.yieldline.warehouse.Session;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that the plant's tables hold, so that it survives a restart.
 *
 * @param type whether it only grows
 * @param table a table without which there is nothing to measure
 * @param sql labels first, the value last; a time becomes seconds since 1970 UTC
 * @param zone of the times that it answers with
 */
record Measure(Type type, String name, String help, List<String> labels, String table, String sql, ZoneId zone) {
    enum Type {
        COUNTER,
        GAUGE
    }

    /** What it is now: one sample for each combination of labels; none where the table is not there. */
    List<Sample> samples(Session session) {
        if (session.number(
                        "select count(*) from information_schema.tables"
                                + " where table_schema = current_schema() and table_name = ?",
                        table)
                == 0) {
            return List.of();
        }
        return session.table(sql).rows().stream()
                .filter(row -> row.get(labels.size()) != null)
                .map(this::sample)
                .toList();
    }

    private Sample sample(List<@Nullable Object> row) {
        Object value = row.get(labels.size());
        double number = value instanceof LocalDateTime time
                ? time.atZone(zone).toEpochSecond()
                : ((Number) value).doubleValue();
        return new Sample(row.stream().limit(labels.size()).map(String::valueOf).toArray(String[]::new), number);
    }

    /** A value with the values of its labels. */
    record Sample(String[] labels, double value) {}
}
