package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.StoredTables;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A metric that is read from the tables of the plant, so it survives a restart.
 *
 * @param type counter or gauge
 * @param table the required table; without it there are no samples
 * @param sql the query: labels first, the value last; a time becomes seconds since 1970 UTC
 * @param zone time zone of the result
 */
record Measure(
        Type type, String name, String help, List<String> labels, String table, Supplier<String> sql, ZoneId zone) {
    enum Type {
        COUNTER,
        GAUGE
    }

    /** The current samples, one per combination of labels; none if the table does not exist. */
    List<Sample> samples(Session session) {
        if (!StoredTables.exists(session, table)) {
            return List.of();
        }
        return session.table(sql.get()).rows().stream()
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

    /** A value with its label values. */
    record Sample(String[] labels, double value) {}
}
