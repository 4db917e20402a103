package io.yieldline.health;

import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the server ran: intervals of which each beat moves the end, so that a killed server is known up to its last beat. */
public final class Uptime {
    /** The pause between two beats. */
    public static final Duration BEAT = Duration.ofMinutes(1);

    /** After a longer pause the machine slept, or the clock was moved: the server did not run meanwhile. */
    private static final Duration LONGEST_PAUSE = BEAT.multipliedBy(3);

    private final Warehouse warehouse;
    private @Nullable LocalDateTime started;
    private LocalDateTime seen = LocalDateTime.MIN;

    /** For a server that starts now. */
    public Uptime(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** Records that the server runs at this moment. */
    public synchronized void beat(Instant moment) {
        LocalDateTime now = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        LocalDateTime since = goesOn(now) ? started : now;
        warehouse.noteAll(session -> keep(session, since == null ? now : since, now));
        started = since;
        seen = now;
    }

    private boolean goesOn(LocalDateTime now) {
        return started != null
                && !now.isBefore(seen)
                && Duration.between(seen, now).compareTo(LONGEST_PAUSE) <= 0;
    }

    private static void keep(Session session, LocalDateTime since, LocalDateTime now) {
        if (session.execute("update server_time set seen_at = ? where started_at = ?", now, since) == 0) {
            session.execute("insert into server_time values (?, ?)", since, now);
        }
    }

    /** The intervals that reach into this time, in order, those that overlap joined. */
    static List<Interval> between(Session session, Instant from, Instant to) {
        List<Interval> joined = new ArrayList<>();
        session.query(
                        "select started_at, seen_at from server_time where seen_at >= ? and started_at < ? order by started_at",
                        row -> new Interval(
                                row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                        LocalDateTime.ofInstant(from, ZoneOffset.UTC),
                        LocalDateTime.ofInstant(to, ZoneOffset.UTC))
                .forEach(next -> join(joined, next));
        return joined;
    }

    private static void join(List<Interval> joined, Interval next) {
        int last = joined.size() - 1;
        if (last >= 0 && !next.from().isAfter(joined.get(last).to())) {
            Interval before = joined.get(last);
            joined.set(last, new Interval(before.from(), later(before.to(), next.to())));
        } else {
            joined.add(next);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A time during which the server ran. */
    record Interval(Instant from, Instant to) {
        /** The part of it that lies between two moments. */
        Duration within(Instant first, Instant last) {
            Instant begin = later(from, first);
            Instant end = to.isBefore(last) ? to : last;
            return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
        }
    }
}
