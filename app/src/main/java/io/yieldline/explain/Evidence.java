package io.yieldline.explain;

import io.yieldline.explain.Lineage.Units;
import io.yieldline.mart.Select;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SELECT that lists the records of a cell. Each row has its contribution to each count, so that the rows add up to the
 * cell. In marts of units, the contribution of a unit is on its first record and blank on the others.
 */
final class Evidence {
    private final Lineage lineage;
    private final Cell cell;

    Evidence(Lineage lineage, Cell cell) {
        this.lineage = lineage;
        this.cell = cell;
    }

    /**
     * The records with keys, displayed columns, export, row, contributions, and sightings in other
     * exports: a record with several sightings is repeated, in consecutive rows.
     */
    Fragment listed() {
        Units units = lineage.units();
        String order = units == null ? "ended_at, export_id, row_number" : String.join(", ", units.key()) + ", place";
        return Fragment.format(
                "select " + columns(lineage.countNames()) + ", seen_export, seen_row from ({}) y left join"
                        + " (select identity as seen, export_id as seen_export, row_number as seen_row from sighting"
                        + " where feed = '" + lineage.feed().name() + "') g on seen = identity order by " + order
                        + ", seen_export, seen_row",
                records());
    }

    /** Columns of a list of records, in addition to the file name, followed by more columns. */
    String columns(List<String> more) {
        return Stream.of(lineage.shownColumns(), List.of("export_id as export", "row_number as \"row\""), more)
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
    }

    private Fragment records() {
        Units units = lineage.units();
        return units == null ? ofRecords() : ofUnits(units);
    }

    /** Columns of a record in a list, in addition to the keys of the mart. */
    List<String> logColumns() {
        return Stream.concat(
                        Stream.of("identity", "serial_number", "export_id", "row_number", "ended_at"),
                        lineage.shown().stream())
                .filter(name -> !lineage.mart().key().contains(name))
                .distinct()
                .toList();
    }

    /** These columns of the master log, as SQL. */
    String ofLog(List<String> columns) {
        return named(columns, name -> lineage.log() + "." + name);
    }

    /** Column aliases for a SELECT, each with its expression. */
    static String named(List<String> names, UnaryOperator<String> expression) {
        return names.stream()
                .map(name -> expression.apply(name) + " as " + name)
                .collect(Collectors.joining(", "));
    }

    static String where(Select select) {
        return " where " + (select.conditions().isEmpty() ? "true" : String.join(" and ", select.conditions()));
    }

    /** Joins two tables by unit. A serial number is never blank, so engines can use an index. */
    static String same(Units units, String one, String other) {
        return units.key().stream()
                .map(key -> one + "." + key + (key.equals("serial_number") ? " = " : " is not distinct from ") + other
                        + "." + key)
                .collect(Collectors.joining(" and "));
    }

    /** The records of units, numbered per unit. */
    Fragment placed(Units units, Fragment condition) {
        String log = lineage.log();
        List<String> rest = logColumns().stream()
                .filter(name -> !units.key().contains(name))
                .toList();
        return Fragment.format(
                "select " + named(units.key(), lineage.onRecord()) + ", " + ofLog(rest)
                        + ", row_number() over (partition by "
                        + units.key().stream().map(lineage.onRecord()).collect(Collectors.joining(", ")) + " order by "
                        + log + ".ended_utc nulls last, " + log + ".started_utc nulls last, " + log
                        + ".identity nulls last) as place from "
                        + lineage.records().from()
                        + where(lineage.records()) + " and {}",
                condition);
    }

    private Fragment ofRecords() {
        Select counts = lineage.counts();
        return Fragment.format(
                "select " + named(lineage.mart().key(), lineage.onCounted()) + ", " + ofLog(logColumns()) + ", "
                        + shares() + " from " + counts.from() + where(counts) + " and {}",
                cell.condition(lineage.onCounted()));
    }

    private Fragment ofUnits(Units units) {
        List<String> keys = lineage.mart().key();
        List<String> others = units.key().stream()
                .filter(name -> !keys.contains(name) && !logColumns().contains(name))
                .toList();
        List<String> unitColumns =
                Stream.concat(keys.stream(), units.key().stream()).distinct().toList();
        Fragment unit = Fragment.format(
                "select " + named(unitColumns, this::ofUnit) + ", " + shares() + " from " + units.relation()
                        + where(lineage.counts()) + " and {}",
                cell.condition(lineage.onCounted()));
        Fragment chosen = Fragment.format(
                (units.table() == null ? "" : lineage.log() + ".serial_number in (select serial_number from unit) and ")
                        + "{}",
                cell.condition(units.key(), lineage.onRecord()));
        return Fragment.format(
                "with unit as ({}), record as ({}) select "
                        + named(Stream.concat(keys.stream(), others.stream()).toList(), name -> "unit." + name) + ", "
                        + named(logColumns(), name -> "record." + name) + ", "
                        + named(lineage.countNames(), name -> "case when record.place = 1 then unit." + name + " end")
                        + ", record.place from unit join record on " + same(units, "unit", "record")
                        + (units.firstDecides() ? " where record.place = 1" : ""),
                unit,
                placed(units, chosen));
    }

    /** A column of a unit; as in the mart if it is a key of the mart. */
    private String ofUnit(String name) {
        return lineage.mart().key().contains(name) ? lineage.onCounted().apply(name) : name;
    }

    private String shares() {
        return named(lineage.countNames(), name -> lineage.counts().item(name).share());
    }
}
