package io.yieldline.mart;

import io.yieldline.warehouse.ChangeNumber;
import io.yieldline.warehouse.MonthPart;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refreshes the unit tables: recomputes the rows of every unit with a changed record. If they
 * differ, the old and the new day become stale in the marts of the table.
 */
final class UnitTables {
    private static final String CHANGED = "serial_number in (select c.serial_number from changed_unit c)";

    private final Warehouse warehouse;
    private final Marts marts;
    private final ChangeLog changes;

    UnitTables(Warehouse warehouse, Marts marts, ChangeLog changes) {
        this.warehouse = warehouse;
        this.marts = marts;
        this.changes = changes;
    }

    static void create(Session session) {
        session.execute("create table if not exists stale_unit (serial_number ${text} not null)");
    }

    void refresh(Mart units, boolean everything) {
        if (everything || warehouse.read(session -> behind(session, units))) {
            warehouse.writeAll(session -> refresh(session, units, everything));
        }
    }

    private boolean behind(Session session, Mart units) {
        OptionalLong followed = changes.followed(session, units);
        return followed.isEmpty() || waiting(session, units, followed.getAsLong()) > 0;
    }

    /** The same within an existing transaction. */
    void refresh(Session session, Mart units, boolean everything) {
        OptionalLong followed = changes.followed(session, units);
        if (everything || followed.isEmpty()) {
            rebuild(session, units);
        } else if (waiting(session, units, followed.getAsLong()) > 0) {
            update(session, units, followed.getAsLong());
        }
    }

    /** The number of changed units that a table does not include yet. */
    static long waiting(Session session, Mart units, long followed) {
        return session.number(
                "select count(distinct serial_number) from touched_unit where feed = ? and change > ?",
                units.source(),
                followed);
    }

    private void rebuild(Session session, Mart units) {
        list(session, "select distinct serial_number from " + units.source() + "_master_log");
        session.execute("delete from " + units.name());
        session.execute(insert(units, units.select()));
        changes.forget(session, units.name());
        changes.follow(session, units);
    }

    private void update(Session session, Mart units, long followed) {
        list(
                session,
                "select distinct serial_number from touched_unit where feed = ? and change > ?",
                units.source(),
                followed);
        session.execute("create temp table new_unit as " + units.select());
        session.execute("create temp table changed_unit as " + differences(units));
        if (marts.followed(units)) {
            markChanged(session, units);
        }
        session.within(List.of(units.name()), parts(session), () -> {
            session.execute("delete from " + units.name() + " where " + CHANGED);
            return session.execute(insert(units, "select * from new_unit where " + CHANGED));
        });
        session.execute("drop table changed_unit");
        session.execute("drop table new_unit");
        changes.follow(session, units);
    }

    /** The rows of listed units that go, and those that come. */
    private static String differences(Mart units) {
        String columns = "select " + String.join(", ", units.columnNames());
        String old = columns + " from " + units.name() + " where " + listed();
        String fresh = columns + " from new_unit";
        return "(" + old + " except all " + fresh + ") union all (" + fresh + " except all " + old + ")";
    }

    /** The parts of months with the days of rows that change; a row without a day counts for the whole table. */
    private static List<String> parts(Session session) {
        return session
                .query(
                        "select distinct day from changed_unit",
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .stream()
                .map(day -> day.map(MonthPart::of).orElse(""))
                .distinct()
                .toList();
    }

    private static void list(Session session, String serials, Object... parameters) {
        session.execute("delete from stale_unit");
        session.execute("insert into stale_unit " + serials, parameters);
        session.execute("analyze stale_unit");
    }

    private static void markChanged(Session session, Mart units) {
        String days = Stream.of("day", "week").filter(units::has).collect(Collectors.joining(", "));
        session.execute(
                "insert into touched (change, source, " + days + ") select distinct cast(? as bigint), '" + units.name()
                        + "', " + days + " from changed_unit",
                ChangeNumber.next(session));
    }

    private static String listed() {
        return "serial_number in (select s.serial_number from stale_unit s)";
    }

    private static String insert(Mart units, String select) {
        List<String> columns = units.columnNames();
        return "insert into " + units.name() + " (" + String.join(", ", columns) + ") " + select;
    }
}
