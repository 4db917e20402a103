package io.yieldline.health;

import io.yieldline.health.DiskForecast.Sample;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The size of home and database, and the free space of the disk. */
final class SpaceMetric implements Metric {
    private static final long MEGABYTE = 1_000_000;

    @Override
    public String name() {
        return "space";
    }

    @Override
    public String definition() {
        return "bytes of all files in the home, of the database, and free on the disk of the home, at the last sample of the period";
    }

    @Override
    public History history(Session session, Periods periods) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples(session, periods.from(), periods.to()).forEach(each -> samples.put(periods.of(each.day()), each));
        Map<String, List<@Nullable Object>> byPeriod = new LinkedHashMap<>();
        samples.forEach(
                (period, each) -> byPeriod.put(period, Arrays.asList(each.home() / MEGABYTE, each.free() / MEGABYTE)));
        return new History(
                List.of("home_mb", "free_mb"),
                byPeriod,
                new Table(
                        List.of(periods.column(), "home_bytes", "database_bytes", "free_bytes"),
                        samples.entrySet().stream().map(SpaceMetric::row).toList()));
    }

    private static List<@Nullable Object> row(Map.Entry<String, Sample> entry) {
        Sample sample = entry.getValue();
        return Arrays.asList(entry.getKey(), sample.home(), sample.database(), sample.free());
    }

    /** The samples of these plant days, oldest first. */
    static List<Sample> samples(Session session, LocalDate from, LocalDate to) {
        return session.query(
                "select day, home_bytes, database_bytes, free_bytes from home_size where day between ? and ? order by day",
                row -> new Sample(row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)),
                from,
                to);
    }
}
