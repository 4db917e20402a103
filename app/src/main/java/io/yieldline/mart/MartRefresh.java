package io.yieldline.mart;

import io.yieldline.PartProgress;
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
 * Refreshes the marts from the master logs. Each mart is one transaction that replaces whole partitions; the result
 * is the same as a full rebuild.
 */
public final class MartRefresh {
    private final Warehouse warehouse;
    private final Marts marts;
    private final Rules rules;
    private final InstantSource clock;
    private final ChangeLog changes;
    private final UnitTables units;

    /** For the marts of a plant and its rules; the clock gives the time of the refresh. */
    public MartRefresh(Warehouse warehouse, Marts marts, Rules rules, InstantSource clock) {
        this.warehouse = warehouse;
        this.marts = marts;
        this.rules = rules;
        this.clock = clock;
        this.changes = new ChangeLog(marts, rules, clock);
        this.units = new UnitTables(warehouse, marts, changes);
    }

    /** Receives the progress. */
    public interface Progress extends PartProgress {}

    /** Refreshes marts by name, or all of them if no name is given. A failure does not stop the others. */
    public List<Refreshed> refresh(Scope scope, List<String> names, Progress progress) {
        List<String> chosen = marts.names(names);
        prepare();
        List<Refreshed> results = new ArrayList<>();
        for (String name : chosen) {
            progress.begins(name, results.size() + 1, chosen.size());
            results.add(marts.refused(name)
                    .map(mart -> new Refreshed(name, 0, 0, 0, 0, mart.problem()))
                    .orElseGet(() -> refreshed(marts.get(name), scope)));
        }
        marts.unitsOfNoMart().forEach(table -> failure(table, scope).ifPresent(results::add));
        if (results.stream().anyMatch(result -> result.partitions() > 0)) {
            warehouse.writeAll(changes::prune);
        }
        return results;
    }

    /** Refreshes all stale marts within an existing transaction; a failure fails the transaction. */
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

    /**
     * Creates missing tables and views of the marts. Does nothing if SQL and rules are unchanged. A unit table without a mart is filled
     * at once: it is only queried, so that nobody would see that it is empty or of other rules.
     */
    public void prepare() {
        tables(marts).prepare(warehouse);
        marts.unitsOfNoMart().stream()
                .filter(table -> warehouse.read(session -> unmade(session, table)))
                .forEach(table -> units.refresh(table, false));
    }

    private boolean unmade(Session session, Mart table) {
        return changes.followed(session, table).isEmpty()
                && session.number("select count(*) from (select 1 from " + table.source() + "_master_log limit 1) l")
                        > 0;
    }

    /** The marts without those of the plant's own whose SELECT the database does not take; they are refused then. */
    public Marts accepted() {
        if (marts.own().isEmpty()) {
            return marts;
        }
        tables(marts.with(List.of(), List.of(), "")).makeChanged(warehouse);
        return OwnMarts.acceptedBy(warehouse, marts);
    }

    private MartTables tables(Marts made) {
        return new MartTables(made, new Views(warehouse.engine(), marts.feeds()), rules);
    }

    /** Marks every mart as completely stale, after records were deleted from a master log. */
    public static void forget(Session session) {
        session.execute("delete from mart_state");
    }

    /** The staleness of each mart. */
    public List<Staleness> staleness(Session session) {
        return changes.staleness(session);
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

    /** Refreshes a unit table without a mart; it was not requested, so only a failure is reported. */
    private Optional<Refreshed> failure(Mart table, Scope scope) {
        try {
            units.refresh(table, scope instanceof Scope.All);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(new Refreshed(table.name(), 0, 0, 0, 0, e));
        }
    }

    /** In the transaction of the refresh, which has almost nothing to do afterwards. */
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
        Refreshed result = due.everything()
                ? replaced(session, mart, due)
                : session.within(List.of(mart.name()), due.years(), () -> replaced(session, mart, due));
        if (due.covers(stale)) {
            changes.follow(session, mart);
        }
        return result;
    }

    private static Refreshed replaced(Session session, Mart mart, Slice due) {
        String columns = String.join(", ", mart.columnNames());
        long deleted = session.execute("delete from " + mart.name() + " where " + due.condition());
        long inserted = session.execute("insert into " + mart.name() + " (" + columns + ") select " + columns
                + " from (\n" + mart.select() + "\n) z where " + due.condition());
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
