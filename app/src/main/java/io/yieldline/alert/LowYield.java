package io.yieldline.alert;

import io.yieldline.NameKey;
import io.yieldline.Ratio;
import io.yieldline.mart.RatioSql;
import io.yieldline.plant.Measure;
import io.yieldline.plant.Targets;
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
 * @param plant the targets of the plant, each on its days
 * @param own percent for stations of its own settings, instead of that of the plant
 * @param ownForAll the same for all other stations; null for none
 * @param periods number of consecutive days
 * @param units minimum number of judged units of a day
 */
record LowYield(
        Severity severity,
        Targets plant,
        List<Own> own,
        @Nullable BigDecimal ownForAll,
        int periods,
        int units,
        ZoneId zone)
        implements ConditionSource {
    static final String NAME = "yield_low";
    static final String TARGET = "target";
    static final String TARGETS = "targets";

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

    /** The target of a model, a station, or a station of a model in its own settings; null matches all. */
    record Own(@Nullable String model, @Nullable String station, BigDecimal percent) {
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

    static LowYield of(RuleYaml yaml, Targets plant, ZoneId zone) {
        return new LowYield(
                yaml.severity(Severity.WARNING),
                plant,
                yaml.find(TARGETS)
                        .map(list -> list.items().stream().map(LowYield::own).toList())
                        .orElse(List.of()),
                yaml.find(TARGET).map(YamlNode::percent).orElse(null),
                yaml.whole("periods", 2),
                yaml.whole("units", 30),
                zone);
    }

    @Override
    public List<Condition> conditions(Session session, Instant now) {
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
        List<Day> last = newestFirst.subList(0, Math.min(periods, newestFirst.size()));
        return last.size() == periods && last.stream().allMatch(this::isLow)
                ? Optional.of(condition(session, last))
                : Optional.empty();
    }

    private boolean isLow(Day day) {
        return wanted(day).filter(percent -> day.yield().isBelow(percent)).isPresent();
    }

    private Optional<BigDecimal> wanted(Day day) {
        Line line = day.line();
        Optional<BigDecimal> instead = instead(line);
        return instead.isPresent() ? instead : plant.of(Measure.YIELD, line.model(), line.station(), day.day());
    }

    private Optional<BigDecimal> instead(Line line) {
        return own.stream()
                .filter(each -> each.isFor(line))
                .findFirst()
                .map(Own::percent)
                .or(() -> Optional.ofNullable(ownForAll));
    }

    private Condition condition(Session session, List<Day> last) {
        Line line = last.get(0).line();
        String wanted = wanted(last.get(0)).orElseThrow().toPlainString() + " %";
        List<String> failures = session.texts(
                FAILURES,
                line.model(),
                line.station(),
                last.get(last.size() - 1).day(),
                last.get(0).day());
        return new Condition(
                NAME,
                line.toString(),
                severity,
                "yield of " + line + " is below " + wanted,
                last.stream().map(Day::toString).collect(Collectors.joining(", "))
                        + (failures.isEmpty() ? "" : "; most failures: " + String.join(", ", failures))
                        + (instead(line).isEmpty() ? "" : "; " + wanted + " is set for this alert in yieldline.yaml"),
                "yieldline show station_yield_daily");
    }

    private static Own own(YamlNode node) {
        node.entries(List.of("model", "station", TARGET));
        return new Own(
                node.find("model").map(YamlNode::text).orElse(null),
                node.find("station").map(YamlNode::text).orElse(null),
                node.get(TARGET).percent());
    }
}
