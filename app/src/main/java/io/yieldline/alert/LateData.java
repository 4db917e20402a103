package io.yieldline.alert;

import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.warehouse.Session;
import io.yieldline.yaml.YamlNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds whose newest record is too old. Closed days and feeds that never had data do not count. The alert tells
 * whether exports stopped arriving (an export problem), or arrive without new records (a plant problem).
 *
 * @param allowed maximum age in time on working days, by feed
 */
record LateData(Severity severity, Map<Feed, Duration> allowed, Set<DayOfWeek> daysOff, ZoneId zone)
        implements ConditionSource {
    private static final Duration ALLOWED = Duration.ofHours(30);
    private static final List<String> DAYS = Stream.of(DayOfWeek.values())
            .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .toList();

    static LateData of(RuleYaml yaml, Feeds feeds, ZoneId zone) {
        Duration general = yaml.span("after", ALLOWED);
        Optional<YamlNode> own = yaml.find("feeds");
        own.ifPresent(node -> node.entries(feeds.all().stream().map(Feed::name).toList()));
        Map<Feed, Duration> allowed = feeds.all().stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        feed -> own.flatMap(node -> node.find(feed.name()))
                                .map(YamlNode::duration)
                                .orElse(general)));
        return new LateData(yaml.severity(Severity.WARNING), allowed, daysOff(yaml), zone);
    }

    @Override
    public List<Condition> conditions(Session session, Instant now) {
        return allowed.keySet().stream()
                .sorted(Comparator.comparing(Feed::name))
                .flatMap(feed -> late(session, feed, PlantTime.of(now, zone)).stream())
                .toList();
    }

    private Optional<Condition> late(Session session, Feed feed, LocalDateTime now) {
        LocalDateTime until = time(session, "select max(ended_at) from " + feed.masterLog());
        if (until == null || working(until, now).compareTo(allowed.getOrDefault(feed, ALLOWED)) <= 0) {
            return Optional.empty();
        }
        LocalDateTime loaded =
                time(session, "select max(loaded_at) from export where status = 'loaded' and feed = ?", feed.name());
        return Optional.of(new Condition(
                "data_late",
                feed.name(),
                severity,
                "data of " + feed.name() + " is late",
                "newest record " + PlantTime.text(until) + "; " + reason(loaded, until),
                "yieldline inbox"));
    }

    private static String reason(@Nullable LocalDateTime loaded, LocalDateTime until) {
        if (loaded == null) {
            return "no export was loaded since";
        }
        return loaded.toLocalDate().isAfter(until.toLocalDate())
                ? "an export arrived " + PlantTime.text(loaded) + " but has no newer records"
                : "the last export arrived " + PlantTime.text(loaded);
    }

    /** The time between two timestamps that is on working days. */
    Duration working(LocalDateTime from, LocalDateTime to) {
        Duration working = Duration.ZERO;
        LocalDateTime start = from;
        while (start.isBefore(to)) {
            LocalDateTime midnight = start.toLocalDate().plusDays(1).atStartOfDay();
            LocalDateTime end = midnight.isBefore(to) ? midnight : to;
            if (!daysOff.contains(start.getDayOfWeek())) {
                working = working.plus(Duration.between(start, end));
            }
            start = end;
        }
        return working;
    }

    private static @Nullable LocalDateTime time(Session session, String sql, Object... parameters) {
        return session.query(sql, row -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)), parameters)
                .get(0)
                .orElse(null);
    }

    private static Set<DayOfWeek> daysOff(RuleYaml yaml) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        yaml.find("days_off")
                .ifPresentOrElse(
                        list -> list.items()
                                .forEach(item -> days.add(DayOfWeek.of(DAYS.indexOf(item.oneOf(DAYS)) + 1))),
                        () -> days.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
        return days;
    }
}
