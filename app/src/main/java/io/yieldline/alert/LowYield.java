package io.yieldline.alert;

import io.yieldline.NameKey;
import io.yieldline.Ratio;
import io.yieldline.mart.RatioSql;
import io.yieldline.warehouse.Session;
import io.yieldline.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stations whose yield was below target on each of the last days. A day counts when it is over and
 * enough judged units are evaluated, so a quiet or incomplete day neither raises nor clears the alert.
 *
 * @param target percent for all stations; null if only {@code targets} are set
 * @param periods number of consecutive days
 * @param units minimum number of judged units of a day
 */
record LowYield(
        Severity severity, @Nullable BigDecimal target, List<Target> targets, int periods, int units, ZoneId zone)
        implements ConditionSource {
    /** A station without runs for this number of days is no longer monitored. */
    private static final int WATCHED_DAYS = 30;

    private static final String DAYS = RatioSql.expand("""
            select model, station, day, ${station_yield_daily.yield}
            from station_yield_daily
            where day < ? and day >= ? and ${station_yield_daily.yield.denominator} >= ?
            order by model, station, day desc""");
    private static final String FAILURES = """
            select coalesce(error_code, 'no error code') || ' on fixture ' || coalesce(fixture, 'unknown') || ' '
                || cast(sum(failures) as varchar(20))
            from failure_daily
            where model = ? and station = ? and day >= ? and day <= ?
            group by error_code, fixture
            order by sum(failures) desc, 1
            limit 3""";

    /** The target of a model, a station, or a station of a model; null matches all. */
    record Target(@Nullable String model, @Nullable String station, BigDecimal percent) {
        boolean isFor(Line line) {
            return (model == null || NameKey.alike(model, line.model()))
                    && (station == null || NameKey.alike(station, line.station()));
        }
    }

    /** A model at a station. */
    record Line(String model, String station) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return model + " at " + station;
        }
    }

    /** One day of a model at a station. */
    record Day(Line line, LocalDate day, Ratio yield) {
        @Override
        public String toString() {
            return day + " " + yield.percent() + " (" + yield.numerator() + " of " + yield.denominator() + ")";
        }
    }

    static LowYield of(RuleYaml yaml, ZoneId zone) {
        List<Target> targets = yaml.find("targets")
                .map(list -> list.items().stream().map(LowYield::target).toList())
                .orElse(List.of());
        return new LowYield(
                yaml.severity(Severity.WARNING),
                yaml.find("target").map(YamlNode::percent).orElse(null),
                targets,
                yaml.whole("periods", 2),
                yaml.whole("units", 30),
                zone);
    }

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        if (target == null && targets.isEmpty()) {
            return List.of();
        }
        LocalDate today = PlantTime.of(now, zone).toLocalDate();
        return days(session, today).values().stream()
                .flatMap(days -> low(session, days).stream())
                .toList();
    }

    private Map<Line, List<Day>> days(Session session, LocalDate today) {
        return session
                .query(
                        DAYS,
                        row -> new Day(
                                new Line(row.getString(1), row.getString(2)),
                                row.getObject(3, LocalDate.class),
                                new Ratio(row.getLong(4), row.getLong(5))),
                        today,
                        today.minusDays(WATCHED_DAYS),
                        units)
                .stream()
                .collect(Collectors.groupingBy(Day::line, TreeMap::new, Collectors.toList()));
    }

    private Optional<Condition> low(Session session, List<Day> newestFirst) {
        Line line = newestFirst.get(0).line();
        List<Day> last = newestFirst.subList(0, Math.min(periods, newestFirst.size()));
        return wanted(line)
                .filter(percent -> last.size() == periods
                        && last.stream().allMatch(day -> day.yield().isBelow(percent)))
                .map(percent -> condition(session, line, percent, last));
    }

    private Optional<BigDecimal> wanted(Line line) {
        return targets.stream()
                .filter(own -> own.isFor(line))
                .findFirst()
                .map(Target::percent)
                .or(() -> Optional.ofNullable(target));
    }

    private Condition condition(Session session, Line line, BigDecimal wanted, List<Day> last) {
        List<String> failures = session.texts(
                FAILURES,
                line.model(),
                line.station(),
                last.get(last.size() - 1).day(),
                last.get(0).day());
        return new Condition(
                "yield_low",
                line.toString(),
                severity,
                "yield of " + line + " is below " + wanted.toPlainString() + " %",
                last.stream().map(Day::toString).collect(Collectors.joining(", "))
                        + (failures.isEmpty() ? "" : "; most failures: " + String.join(", ", failures)),
                "yieldline show station_yield_daily");
    }

    private static Target target(YamlNode node) {
        node.entries(List.of("model", "station", "target"));
        return new Target(
                node.find("model").map(YamlNode::text).orElse(null),
                node.find("station").map(YamlNode::text).orElse(null),
                node.get("target").percent());
    }
}
