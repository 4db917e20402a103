package io.yieldline.health;

import io.yieldline.health.Uptime.Interval;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which part of the time the server ran. */
final class UptimeMetric implements Metric {
    @Override
    public String name() {
        return "uptime";
    }

    @Override
    public String definition() {
        return "time during which the server ran / time of the period up to now, both from its first start on record; to the minute";
    }

    @Override
    public History history(Session session, Periods periods) {
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        List<List<@Nullable Object>> details = new ArrayList<>();
        for (LocalDate start : periods.starts()) {
            Up up = up(session, periods.begin(start), periods.end(start));
            byPeriod.put(periods.of(start), Collections.singletonList(up.percent()));
            details.add(
                    Arrays.asList(periods.of(start), up.hours(up.up()), up.hours(up.all()), up.starts(), up.percent()));
        }
        return new History(
                List.of("uptime_percent"),
                byPeriod,
                new Table(List.of(periods.column(), "hours_up", "hours", "starts", "uptime_percent"), details));
    }

    /** The part of all periods together; empty before the first start. */
    static Optional<Double> ratio(Session session, Periods periods) {
        Up up = up(session, periods.begin(periods.from()), periods.now());
        return up.known() ? Optional.of((double) up.up().toSeconds() / up.all().toSeconds()) : Optional.empty();
    }

    /** What is before the first start on record is not known. */
    private static Up up(Session session, Instant from, Instant to) {
        Instant begin = first(session).filter(from::isBefore).orElse(from);
        if (first(session).isEmpty() || !begin.isBefore(to)) {
            return new Up(Duration.ZERO, Duration.ZERO, 0);
        }
        List<Interval> intervals = Uptime.between(session, begin, to);
        Duration up =
                intervals.stream().map(interval -> interval.within(begin, to)).reduce(Duration.ZERO, Duration::plus);
        long starts =
                intervals.stream().filter(each -> !each.from().isBefore(begin)).count();
        return new Up(up, Duration.between(begin, to), starts);
    }

    private static Optional<Instant> first(Session session) {
        return session
                .query(
                        "select started_at from server_time order by started_at limit 1",
                        row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** How long the server ran, of which time, and how often it started. */
    private record Up(Duration up, Duration all, long starts) {
        boolean known() {
            return all.toSeconds() > 0;
        }

        @Nullable
        BigDecimal hours(Duration time) {
            return known()
                    ? BigDecimal.valueOf(time.toSeconds()).divide(BigDecimal.valueOf(3_600), 2, RoundingMode.HALF_UP)
                    : null;
        }

        @Nullable
        BigDecimal percent() {
            return Metric.percent(up.toSeconds(), all.toSeconds());
        }
    }
}
