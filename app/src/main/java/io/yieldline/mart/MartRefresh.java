package io.yieldline.mart;

import io.yieldline.feed.Calendar;
import io.yieldline.plant.Rules;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings the marts up to date with the master logs. Each mart is one transaction that replaces whole partitions; what comes
 * out is the same as a rebuild from nothing.
 */
public final class MartRefresh {
    private final Warehouse warehouse;
    private final Marts marts;
    private final Rules rules;
    private final InstantSource clock;
    private final ChangeLog changes;
    private final UnitTables units;

    /** A refresh of a plant's marts by its rules; the clock tells when it happened. */
    public MartRefresh(Warehouse warehouse, Marts marts, Rules rules, InstantSource clock) {
        this.warehouse = warehouse;
        this.marts = marts;
        this.rules = rules;
        this.clock = clock;
        this.changes = new ChangeLog(marts, rules, clock);
        this.units = new UnitTables(warehouse, marts, changes);
    }

    /** Hears which mart is being worked on. */
    public interface Progress {
        /** Mart {@code number} of {@code count} begins, counted from 1. */
        void begins(String mart, int number, int count);
    }

    /** Refreshes marts, by name, or all of them when no name is given. One that fails does not keep the others back. */
    public List<Refreshed> refresh(Scope scope, List<String> names, Progress progress) {
        List<Mart> chosen = marts.select(names);
        prepare();
        List<Refreshed> results = new ArrayList<>();
        for (Mart mart : chosen) {
            progress.begins(mart.name(), results.size() + 1, chosen.size());
            results.add(refreshed(mart, scope));
        }
        marts.unitsOfNoMart().forEach(table -> failure(table, scope).ifPresent(results::add));
        if (results.stream().anyMatch(result -> result.partitions() > 0)) {
            warehouse.writeAll(changes::prune);
        }
        return results;
    }

    /** Brings all stale marts up to date within somebody else's transaction; one that fails takes all of it along. */
    public void refreshWithin(Session session) {
        marts.unitsOfNoMart().forEach(table -> units.refresh(session, table, false));
        for (Mart mart : marts.all()) {
            marts.unitsOf(mart).ifPresent(table -> units.refresh(session, table, false));
            if (!changes.stale(session, mart).isEmpty()) {
                rebuild(session, mart, new Scope.Recent());
            }
        }
        changes.prune(session);
    }

    /** Makes the tables and views of the marts, empty where they are new. Without a change of SQL or rules it does nothing. */
    public void prepare() {
        new MartTables(marts, new Views(warehouse.engine(), marts.feeds()), rules).prepare(warehouse);
    }

    /** Makes every mart stale as a whole, for whoever takes records out of a master log. */
    public static void forget(Session session) {
        session.execute("delete from mart_state");
    }

    /** How far each mart is behind. */
    public List<Staleness> staleness(Session session) {
        return marts.all().stream()
                .map(mart -> changes.staleness(session, mart))
                .toList();
    }

    private Refreshed refreshed(Mart mart, Scope scope) {
        long start = clock.millis();
        try {
            marts.unitsOf(mart).ifPresent(table -> units.refresh(table, scope instanceof Scope.All));
            Refreshed result = due(warehouse.read(session -> changes.stale(session, mart)), scope)
                            .isEmpty()
                    ? new Refreshed(mart.name(), 0, 0, 0, 0, null)
                    : warehouse.write(session ->
                            remembered(session, rebuild(session, mart, scope).after(clock.millis() - start)));
            return result.after(clock.millis() - start);
        } catch (RuntimeException e) {
            return new Refreshed(mart.name(), 0, 0, 0, clock.millis() - start, e);
        }
    }

    /** Brings a unit table up to date that no mart is made from; nobody asked for it, so only its failure is a result. */
    private Optional<Refreshed> failure(Mart table, Scope scope) {
        try {
            units.refresh(table, scope instanceof Scope.All);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Refreshed(table.name(), 0, 0, 0, 0, e));
        }
    }

    /** In the transaction of the refresh, which has next to nothing to do after it. */
    private Refreshed remembered(Session session, Refreshed result) {
        session.execute(
                "insert into mart_refresh (mart, refreshed_at, milliseconds, partitions, row_count) values (?, ?, ?, ?, ?)",
                result.mart(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                result.milliseconds(),
                result.partitions(),
                result.inserted());
        return result;
    }

    private Refreshed rebuild(Session session, Mart mart, Scope scope) {
        Slice stale = changes.stale(session, mart);
        Slice due = due(stale, scope);
        String columns = String.join(", ", mart.columnNames());
        long deleted = session.execute("delete from " + mart.name() + " where " + due.condition());
        long inserted = session.execute("insert into " + mart.name() + " (" + columns + ") select " + columns
                + " from (\n" + mart.select() + "\n) z where " + due.condition());
        if (due.covers(stale)) {
            changes.follow(session, mart);
        }
        return new Refreshed(mart.name(), count(session, mart, due), deleted, inserted, 0, null);
    }

    private static long count(Session session, Mart mart, Slice slice) {
        return slice.everything()
                ? session.number("select count(distinct " + mart.partition().column() + ") from " + mart.name())
                : slice.values().size();
    }

    private Slice due(Slice stale, Scope scope) {
        if (scope instanceof Scope.Range range && !stale.everything()) {
            return new Slice(stale.partition(), false, partitions(stale.partition(), range));
        }
        return scope instanceof Scope.All ? new Slice(stale.partition(), true, List.of()) : stale;
    }

    private List<String> partitions(Partition partition, Scope.Range range) {
        LocalDate from = partition.rolled() ? rules.outputDay(range.from()) : range.from();
        Stream<LocalDate> days = from.datesUntil(range.to().plusDays(1));
        return days.map(partition.weekly() ? Calendar::week : LocalDate::toString)
                .distinct()
                .toList();
    }
}
