package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the exports that were loaded, and which part of them was rejected. */
final class RowsMetric implements Metric {
    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String definition() {
        return "rows of the exports that were loaded in the period; error rate = rejected rows / all rows";
    }

    @Override
    public History history(Session session, Periods periods) {
        Sums sums = new Sums(periods, 7);
        session.query(
                "select loaded_at, coalesce(feed, 'unknown'), row_count, new_count, duplicate_count, revised_count,"
                        + " coalesce(outdated_count, 0), rejected_count"
                        + " from export where status = 'loaded' and loaded_at >= ? and loaded_at < ?",
                row -> sums.add(
                        row.getObject(1, LocalDateTime.class).toLocalDate(),
                        row.getString(2),
                        1,
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8)),
                periods.from().atStartOfDay(),
                periods.to().plusDays(1).atStartOfDay());
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        periods.names().forEach(period -> byPeriod.put(period, headline(sums.total(period))));
        return new History(
                List.of("exports", "rows", "rejected", "error_percent"),
                byPeriod,
                new Table(
                        List.of(
                                periods.column(),
                                "feed",
                                "exports",
                                "rows",
                                "added",
                                "duplicate",
                                "revised",
                                "outdated",
                                "rejected",
                                "error_percent"),
                        sums.details(RowsMetric::values)));
    }

    private static List<@Nullable Object> headline(long[] sums) {
        return Arrays.asList(sums[0], sums[1], sums[6], Metric.percent(sums[6], sums[1]));
    }

    private static List<@Nullable Object> values(String feed, long[] sums) {
        return Arrays.asList(
                sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], Metric.percent(sums[6], sums[1]));
    }
}
