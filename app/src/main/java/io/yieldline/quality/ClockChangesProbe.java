package io.yieldline.quality;

import io.yieldline.Counted;
import io.yieldline.feed.Feed;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.quality.Inspection.Window;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for times that the clock of a feed shows twice, which is a guess, or never, which is an error. A skipped time is seen in feeds
 * in plant time only; elsewhere its conversion hides it.
 */
final class ClockChangesProbe implements Probe {
    private static final List<String> COLUMNS = List.of("feed", "clock", "from", "to", "shown", "records");

    private final int days;

    ClockChangesProbe(Options options) {
        options.known("days");
        this.days = options.number("days", 35);
    }

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> {
            Window window = inspection.window(session, days);
            List<Doubtful> doubtful = new ArrayList<>();
            long total = 0;
            for (Feed feed : inspection.feeds().all()) {
                total += records(session, feed, window, "true");
                doubtful.addAll(
                        of(session, feed, window, inspection.plant().settings().zone(), zone(feed, inspection)));
            }
            return new Observation(
                    doubtful.stream().mapToLong(Doubtful::records).sum(),
                    total,
                    doubtful.stream()
                            .map(found -> new Finding(severity, found.message()))
                            .toList(),
                    new Table(COLUMNS, doubtful.stream().map(Doubtful::row).toList()));
        });
    }

    private static ZoneId zone(Feed feed, Inspection inspection) {
        ZoneId own = inspection.plant().rules().convertZones() ? feed.zone() : null;
        return own == null ? inspection.plant().settings().zone() : own;
    }

    private static List<Doubtful> of(Session session, Feed feed, Window window, ZoneId plant, ZoneId zone) {
        List<Doubtful> found = new ArrayList<>();
        for (ZoneOffsetTransition change : changes(session, feed, window, zone)) {
            if (change.isOverlap() || zone.equals(plant)) {
                long records = records(session, feed, window, condition(change));
                if (records > 0) {
                    found.add(new Doubtful(feed, zone, change, records));
                }
            }
        }
        return found;
    }

    private static List<ZoneOffsetTransition> changes(Session session, Feed feed, Window window, ZoneId zone) {
        LocalDateTime first = ended(session, "min", feed, window);
        LocalDateTime last = ended(session, "max", feed, window);
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = first == null ? null : next(zone, first.minusDays(1));
        while (change != null && last != null && !utc(change).isAfter(last.plusDays(1))) {
            changes.add(change);
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return changes;
    }

    private static @Nullable ZoneOffsetTransition next(ZoneId zone, LocalDateTime utc) {
        return zone.getRules().nextTransition(utc.toInstant(ZoneOffset.UTC));
    }

    private static LocalDateTime utc(ZoneOffsetTransition change) {
        return LocalDateTime.ofInstant(change.getInstant(), ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime ended(Session session, String which, Feed feed, Window window) {
        return session.query(
                        "select " + which + "(ended_utc) from " + feed.masterLog() + " where day between ? and ?",
                        row -> row.getObject(1, LocalDateTime.class),
                        window.from(),
                        window.to())
                .get(0);
    }

    /** Both passes of a repeated hour by instants; a skipped hour by what the clock showed. */
    private static String condition(ZoneOffsetTransition change) {
        return change.isOverlap()
                ? within(
                        "_utc",
                        utc(change).plus(change.getDuration()),
                        utc(change).minus(change.getDuration()))
                : within("_at", change.getDateTimeBefore(), change.getDateTimeAfter());
    }

    private static String within(String kind, LocalDateTime from, LocalDateTime until) {
        String times = " >= timestamp '" + sql(from) + "' and %s" + kind + " < timestamp '" + sql(until) + "'";
        return "(started" + kind + times.formatted("started") + " or ended" + kind + times.formatted("ended") + ")";
    }

    private static String sql(LocalDateTime time) {
        return time.toLocalDate() + " " + time.toLocalTime();
    }

    private static long records(Session session, Feed feed, Window window, String condition) {
        return session.number(
                "select count(*) from " + feed.masterLog() + " where day between ? and ? and " + condition,
                window.from(),
                window.to());
    }

    /** Records with a time that the clock of their feed shows twice or never. */
    private record Doubtful(Feed feed, ZoneId zone, ZoneOffsetTransition change, long records) {
        String message() {
            return feed.name() + ": " + Counted.of(records, "record") + " with a time from " + shown(from()) + " to "
                    + until().toLocalTime() + ", which the clock of " + zone
                    + (change.isOverlap()
                            ? " shows twice; without an offset, such a time counts as the first, unless the record would"
                                    + " end before it starts; export this feed in UTC, or with offsets such as -05:00"
                            : " skips; correct the clock of these stations, or the zone in feeds/" + feed.name()
                                    + ".yaml");
        }

        List<@Nullable Object> row() {
            return List.of(feed.name(), zone.getId(), from(), until(), change.isOverlap() ? "twice" : "never", records);
        }

        private LocalDateTime from() {
            return change.isOverlap() ? change.getDateTimeAfter() : change.getDateTimeBefore();
        }

        private LocalDateTime until() {
            return change.isOverlap() ? change.getDateTimeBefore() : change.getDateTimeAfter();
        }

        private static String shown(LocalDateTime time) {
            return time.toString().replace('T', ' ');
        }
    }
}
