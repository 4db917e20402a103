package io.yieldline.mart;

import io.yieldline.Sha256;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.Session;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The changes of the sources, and the last change that each mart includes. */
final class ChangeLog {
    private final Marts marts;
    private final String rulesFingerprint;
    private final InstantSource clock;

    ChangeLog(Marts marts, Rules rules, InstantSource clock) {
        this.marts = marts;
        this.rulesFingerprint = rules.fingerprint();
        this.clock = clock;
    }

    /** The last change that a table includes; empty if it was built with another SELECT or other rules, or never. */
    OptionalLong followed(Session session, Mart mart) {
        return session
                .query(
                        "select change from mart_state where mart = ? and fingerprint = ?",
                        row -> row.getLong(1),
                        mart.name(),
                        fingerprint(mart))
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** The stale partitions of a mart. */
    Slice stale(Session session, Mart mart) {
        OptionalLong followed = followed(session, mart);
        if (followed.isEmpty()) {
            return new Slice(mart.partition(), true, List.of());
        }
        String column = mart.partition().source();
        List<String> values = session.texts(
                "select distinct " + column + " from touched where source in ('" + String.join("', '", mart.sources())
                        + "') and change > ? and " + column + " is not null order by " + column,
                followed.getAsLong());
        return new Slice(mart.partition(), false, values);
    }

    /** The staleness of each mart; most of them are fresh, which three statements tell of all. */
    List<Staleness> staleness(Session session) {
        Latest latest = Latest.of(session);
        return marts.all().stream()
                .map(mart ->
                        fresh(latest, mart) ? new Staleness(mart.name(), 0, 0, null, false) : staleness(session, mart))
                .toList();
    }

    /** Whether nothing changed that a mart or its unit table does not include. */
    private boolean fresh(Latest latest, Mart mart) {
        return latest.includes(mart, fingerprint(mart), latest.touched(), mart.sources())
                && marts.unitsOf(mart).stream()
                        .allMatch(units ->
                                latest.includes(units, fingerprint(units), latest.units(), List.of(units.source())));
    }

    private Staleness staleness(Session session, Mart mart) {
        Slice stale = stale(session, mart);
        List<String> values = stale.everything() ? sourcePartitions(session, mart) : stale.values();
        return new Staleness(
                mart.name(),
                values.size(),
                unitsWaiting(session, mart),
                values.isEmpty() ? null : values.get(0),
                stale.everything() && built(session, mart));
    }

    private static boolean built(Session session, Mart mart) {
        return session.number("select count(*) from mart_state where mart = ?", mart.name()) > 0;
    }

    /** Records that a table includes all changes so far. */
    void follow(Session session, Mart mart) {
        session.execute(
                """
                insert into mart_state (mart, fingerprint, change, refreshed_at) values (?, ?, ?, ?)
                on conflict (mart) do update set
                    fingerprint = excluded.fingerprint,
                    change = excluded.change,
                    refreshed_at = excluded.refreshed_at""",
                mart.name(),
                fingerprint(mart),
                ChangeNumber.last(session),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Marks all marts of a source as completely stale. */
    void forget(Session session, String source) {
        marts.madeFrom(source).forEach(mart -> session.execute("delete from mart_state where mart = ?", mart.name()));
    }

    /** Deletes the changes that all marts of their source include. */
    void prune(Session session) {
        Latest latest = Latest.of(session);
        latest.touched()
                .keySet()
                .forEach(source -> session.execute(
                        "delete from touched where source = ? and change <= ?",
                        source,
                        followedByAll(session, latest, marts.madeFrom(source))));
        latest.units().keySet().forEach(feed -> {
            List<Mart> units = marts.units().stream()
                    .filter(unit -> unit.source().equals(feed))
                    .toList();
            session.execute(
                    "delete from touched_unit where feed = ? and change <= ?",
                    feed,
                    followedByAll(session, latest, units));
        });
    }

    private List<String> sourcePartitions(Session session, Mart mart) {
        String column = mart.partition().source();
        String logs = marts.logsOf(mart).stream()
                .map(log -> "select " + column + " from " + log)
                .collect(Collectors.joining(" union all "));
        return session.texts("select distinct " + column + " from (" + logs + ") l order by " + column);
    }

    private long unitsWaiting(Session session, Mart mart) {
        return marts.unitsOf(mart).map(units -> unitsToFollow(session, units)).orElse(0L);
    }

    private long unitsToFollow(Session session, Mart units) {
        OptionalLong followed = followed(session, units);
        return followed.isPresent() ? UnitTables.waiting(session, units, followed.getAsLong()) : 0;
    }

    private long followedByAll(Session session, Latest latest, List<Mart> tables) {
        return tables.stream()
                .mapToLong(table -> latest.followed(table, fingerprint(table)).orElse(0))
                .min()
                .orElseGet(() -> ChangeNumber.last(session));
    }

    private String fingerprint(Mart mart) {
        return Sha256.of(mart.createStatement() + mart.select() + rulesFingerprint);
    }

    /**
     * The last change of each source and of the units of each feed, and the last one that each table includes.
     *
     * @param states these by table and fingerprint
     */
    private record Latest(Map<String, Long> states, Map<String, Long> touched, Map<String, Long> units) {
        static Latest of(Session session) {
            return new Latest(
                    numbers(session, "select mart || ' ' || fingerprint, change from mart_state"),
                    numbers(session, "select source, max(change) from touched group by source"),
                    numbers(session, "select feed, max(change) from touched_unit group by feed"));
        }

        boolean includes(Mart table, String fingerprint, Map<String, Long> changes, Collection<String> sources) {
            OptionalLong change = followed(table, fingerprint);
            return change.isPresent()
                    && sources.stream().allMatch(source -> changes.getOrDefault(source, 0L) <= change.getAsLong());
        }

        OptionalLong followed(Mart table, String fingerprint) {
            Long change = states.get(table.name() + " " + fingerprint);
            return change == null ? OptionalLong.empty() : OptionalLong.of(change);
        }

        private static Map<String, Long> numbers(Session session, String select) {
            Map<String, Long> numbers = new HashMap<>();
            session.query(select, row -> numbers.put(row.getString(1), row.getLong(2)));
            return numbers;
        }
    }
}
