package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long the dashboard waited for its answers. */
final class ResponsesMetric implements Metric {
    private static final List<Long> BOUNDS = bounds();

    private static List<Long> bounds() {
        List<Long> bounds = new ArrayList<>(ResponseTimes.BOUNDS);
        bounds.add(ResponseTimes.LONGER);
        return List.copyOf(bounds);
    }

    @Override
    public String name() {
        return "responses";
    }

    @Override
    public String definition() {
        return "from the arrival of a request of the dashboard or API until its answer could be sent, waiting included; refused"
                + " requests, uploads and followed jobs do not count";
    }

    @Override
    public History history(Session session, Periods periods) {
        Sums sums = sums(session, periods);
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        periods.names().forEach(period -> byPeriod.put(period, values("", sums.total(period))));
        List<String> headline = List.of("requests", "median_ms", "p95_ms");
        List<String> columns = new ArrayList<>(List.of(periods.column(), "route"));
        columns.addAll(headline);
        return new History(headline, byPeriod, new Table(columns, sums.details(ResponsesMetric::values)));
    }

    private static Sums sums(Session session, Periods periods) {
        Sums sums = new Sums(periods, BOUNDS.size());
        session.query(
                "select day, route, up_to_ms, requests from response_time where day between ? and ?",
                row -> {
                    long[] more = new long[BOUNDS.size()];
                    more[BOUNDS.indexOf(row.getLong(3))] = row.getLong(4);
                    return sums.add(row.getObject(1, LocalDate.class), row.getString(2), more);
                },
                periods.from(),
                periods.to());
        return sums;
    }

    private static List<@Nullable Object> values(String route, long[] histogram) {
        return Arrays.asList(Arrays.stream(histogram).sum(), quantile(histogram, 0.5), quantile(histogram, 0.95));
    }

    /** Milliseconds that this share of the requests did not exceed; within a step of the histogram in proportion. Null without any. */
    static @Nullable Long quantile(long[] histogram, double share) {
        long rank = (long) Math.ceil(share * Arrays.stream(histogram).sum());
        long before = 0;
        for (int i = 0; i < histogram.length && rank > 0; i++) {
            if (before + histogram[i] >= rank) {
                long low = i == 0 ? 0 : BOUNDS.get(i - 1);
                long high = i == histogram.length - 1 ? low : BOUNDS.get(i);
                return low + Math.round((double) (high - low) * (rank - before) / histogram[i]);
            }
            before += histogram[i];
        }
        return null;
    }
}
