package io.yieldline.alert;

import io.yieldline.alert.Alert.ReportedState;
import io.yieldline.warehouse.Session;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one alert per cause: opens it when the condition first occurs, closes it when the condition ends, and adds messages
 * to the outbox, at most one per rule and window.
 */
final class AlertBook {
    private final String plant;
    private final ZoneId zone;
    private final AlertSettings settings;
    private final Outbox outbox;
    private final String program;

    /**
     * A book.
     *
     * @param program the program as messages tell to call it
     */
    AlertBook(String plant, ZoneId zone, AlertSettings settings, Outbox outbox, String program) {
        this.plant = plant;
        this.program = program;
        this.zone = zone;
        this.settings = settings;
        this.outbox = outbox;
    }

    /** A cause of a rule. */
    private record Key(String rule, String cause) {
        static Key of(Condition condition) {
            return new Key(condition.rule(), condition.cause());
        }
    }

    /**
     * What changed in the book.
     *
     * @param opened alerts that were opened or reopened
     * @param resolved alerts whose condition cleared
     * @param messages messages that were added to the outbox
     */
    record Changes(int opened, int resolved, int messages) {}

    /** Updates the alerts. {@code unknown} are rules that could not be evaluated; their alerts are unchanged. */
    Changes update(Session session, List<Condition> conditions, Set<String> unknown, Instant now) {
        LocalDateTime time = PlantTime.of(now, zone);
        Map<Key, Condition> present = new LinkedHashMap<>();
        conditions.forEach(condition -> present.putIfAbsent(Key.of(condition), condition));
        Map<Key, Alert> known = recent(session, time);
        int opened = 0;
        for (Map.Entry<Key, Condition> entry : present.entrySet()) {
            opened += see(session, entry.getValue(), known.get(entry.getKey()), time);
        }
        int resolved = 0;
        for (Map.Entry<Key, Alert> entry : known.entrySet()) {
            boolean gone = !present.containsKey(entry.getKey())
                    && !unknown.contains(entry.getKey().rule());
            resolved += gone && entry.getValue().open() ? resolve(session, entry.getValue(), time) : 0;
        }
        session.execute("update alert set last_seen_at = ? where resolved_at is null", time);
        return new Changes(opened, resolved, announce(session, now));
    }

    /** Open alerts, and closed alerts that would reopen if their condition returned now; the latest per cause. */
    private Map<Key, Alert> recent(Session session, LocalDateTime time) {
        Map<Key, Alert> recent = new LinkedHashMap<>();
        session.query(
                        "select " + Alert.COLUMNS
                                + " from alert where resolved_at is null or resolved_at >= ? order by id",
                        Alert::of,
                        time.minus(settings.window()))
                .forEach(alert -> recent.put(Key.of(alert.condition()), alert));
        return recent;
    }

    /** Returns 1 if the alert was opened. */
    private static int see(Session session, Condition condition, @Nullable Alert alert, LocalDateTime time) {
        if (alert == null) {
            open(session, condition, time);
            return 1;
        }
        if (!alert.condition().equals(condition)) {
            session.execute(
                    "update alert set severity = ?, title = ?, detail = ?, link = ? where id = ?",
                    condition.severity().label(),
                    condition.title(),
                    condition.detail(),
                    condition.link(),
                    alert.id());
        }
        if (alert.open()) {
            return 0;
        }
        session.execute("update alert set resolved_at = null, times = times + 1 where id = ?", alert.id());
        return 1;
    }

    /** A muted cause stays muted when it returns. */
    private static void open(Session session, Condition condition, LocalDateTime time) {
        session.execute(
                "insert into alert (id, rule, cause, severity, title, detail, link, opened_at, last_seen_at, times,"
                        + " muted_until, told) values ((select coalesce(max(id), 0) + 1 from alert), ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, 1, (select max(muted_until) from alert where rule = ? and cause = ?), 'nothing')",
                condition.rule(),
                condition.cause(),
                condition.severity().label(),
                condition.title(),
                condition.detail(),
                condition.link(),
                time,
                time,
                condition.rule(),
                condition.cause());
    }

    private static int resolve(Session session, Alert alert, LocalDateTime time) {
        boolean unheard = alert.muted(time) && alert.told() == ReportedState.NOTHING;
        session.execute(
                "update alert set resolved_at = ?, told = ? where id = ?",
                time,
                (unheard ? ReportedState.CLEARED : alert.told()).label(),
                alert.id());
        return 1;
    }

    private int announce(Session session, Instant now) {
        Map<String, Long> last = session
                .query(
                        "select rule, max(told_ms) from alert where told_ms is not null group by rule",
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, List<Alert>> rules = session
                .query(
                        "select " + Alert.COLUMNS
                                + " from alert where resolved_at is null or told <> 'cleared' order by id",
                        Alert::of)
                .stream()
                .filter(alert -> audible(alert, PlantTime.of(now, zone)))
                .collect(Collectors.groupingBy(alert -> alert.condition().rule(), TreeMap::new, Collectors.toList()));
        long before = now.minus(settings.window()).toEpochMilli();
        return rules.entrySet().stream()
                .filter(rule -> last.getOrDefault(rule.getKey(), Long.MIN_VALUE) <= before)
                .mapToInt(rule -> tell(session, rule.getValue(), now))
                .sum();
    }

    private boolean audible(Alert alert, LocalDateTime time) {
        boolean quiet = settings.quiet().isPresent() && settings.quiet().get().hold(time.toLocalTime());
        return !alert.muted(time) && (!quiet || alert.condition().severity() == Severity.CRITICAL);
    }

    private int tell(Session session, List<Alert> alerts, Instant now) {
        Announcement announcement = Announcement.of(
                plant, alerts, now.toEpochMilli(), settings.reminders().toMillis());
        if (announcement.news().isEmpty()) {
            return 0;
        }
        outbox.enqueue(session, announcement.message(now, program), channels(announcement));
        announcement
                .news()
                .forEach((news, told) -> session.execute("update alert set told = '"
                        + news.told().label() + "', told_ms = " + now.toEpochMilli() + " where id in ("
                        + told.stream().map(alert -> String.valueOf(alert.id())).collect(Collectors.joining(", "))
                        + ")"));
        return 1;
    }

    /** The failure of a channel is reported on the others. */
    private List<String> channels(Announcement announcement) {
        Set<String> broken = announcement.rule().equals(AlertRules.CHANNEL_FAILED)
                ? announcement.all().stream()
                        .map(alert -> alert.condition().cause())
                        .collect(Collectors.toSet())
                : Set.of();
        return settings.channels().stream()
                .filter(channel -> !broken.contains(channel.name()))
                .filter(channel -> channel.least().compareTo(announcement.severity()) <= 0)
                .map(Channel::name)
                .toList();
    }
}
