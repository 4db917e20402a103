package io.yieldline.scale;

import static org.apache.spark.sql.functions.col;

import io.yieldline.mart.Mart;
import io.yieldline.mart.Marts;
import io.yieldline.store.Piece;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Makes facts about units and marts by the SELECTs of the program, for the days and weeks whose records changed; the others stay as
 * they are. The result is the same as from all records.
 */
final class Refresh {
    /** A night shift belongs to the day before; output of a weekend to the Friday before. */
    private static final int DAYS_BEFORE = 1;

    private static final int DAYS_AFTER = 3;
    private static final int WEEK = 7;

    private final SparkSession spark;
    private final StoreFolder store;
    private final Marts marts;
    private final Tables tables;
    private final Changes changes;
    private final Set<String> anew;

    /**
     * A refresh.
     *
     * @param anew the tables that are made of all records
     */
    Refresh(SparkSession spark, StoreFolder store, Marts marts, Tables tables, Changes changes, Set<String> anew) {
        this.spark = spark;
        this.store = store;
        this.marts = marts;
        this.tables = tables;
        this.changes = changes;
        this.anew = anew;
    }

    /** Brings the facts about units up to date: those of the units with a changed record. */
    void units(Mart units, Dataset<Row> serialNumbers) throws IOException {
        show(feedsAndUnits(), period -> true);
        if (anew.contains(units.name())) {
            tables.read(units.source() + "_master_log")
                    .select("serial_number")
                    .distinct()
                    .createOrReplaceTempView("stale_unit");
            tables.replace(units.name(), spark.sql(units.select()), null);
            changes.add(units.name(), tables.read(units.name()));
            return;
        }
        serialNumbers.createOrReplaceTempView("stale_unit");
        update(units, serialNumbers);
    }

    private void update(Mart units, Dataset<Row> serialNumbers) throws IOException {
        Dataset<Row> before = tables.read(units.name());
        Dataset<Row> fresh = store.computed(
                SparkColumns.select(spark.sql(units.select()), tables.columns(units.name())), "new_" + units.name());
        Dataset<Row> old = before.join(serialNumbers, "serial_number").select(columns(units));
        Dataset<Row> differ =
                store.computed(old.exceptAll(fresh).union(fresh.exceptAll(old)), "changed_" + units.name());
        changes.add(units.name(), differ);
        Set<String> months = periods(differ, units.name());
        if (!months.isEmpty()) {
            Dataset<Row> kept = tables.read(units.name(), months::contains)
                    .join(serialNumbers, new String[] {"serial_number"}, "left_anti")
                    .select(columns(units));
            Dataset<Row> back =
                    fresh.where(Pieces.period(tables.division(units.name())).isin(months.toArray()));
            tables.replace(units.name(), kept.union(back), months);
        }
    }

    /** Brings a mart up to date. */
    void mart(Mart mart) throws IOException {
        Set<String> values = changes.of(mart.sources(), mart.partition().source());
        if (anew.contains(mart.name())) {
            show(feedsAndUnits(), period -> true);
            tables.replace(mart.name(), spark.sql(mart.select()), null);
        } else if (!values.isEmpty()) {
            show(feedsAndUnits(), months(mart, values)::contains);
            String condition = mart.partition().column() + " in (" + literals(mart, values) + ")";
            Set<String> years =
                    values.stream().map(value -> value.substring(0, 4)).collect(Collectors.toSet());
            Dataset<Row> fresh = SparkColumns.select(
                    spark.sql("select * from (\n" + mart.select() + "\n) z where " + condition),
                    tables.columns(mart.name()));
            Dataset<Row> kept = tables.read(mart.name(), years::contains).where("not (" + condition + ")");
            tables.replace(mart.name(), kept.union(fresh), years);
        }
    }

    private static String literals(Mart mart, Set<String> values) {
        String type = mart.partition().period().weekly() ? "'" : "date '";
        return values.stream().map(value -> type + value + "'").collect(Collectors.joining(", "));
    }

    /** The months that can hold the records of days or weeks. */
    private static Set<String> months(Mart mart, Set<String> values) {
        Set<String> months = new TreeSet<>();
        for (String value : values) {
            boolean weekly = mart.partition().period().weekly();
            LocalDate first =
                    weekly ? LocalDate.parse(value + "-1", DateTimeFormatter.ISO_WEEK_DATE) : LocalDate.parse(value);
            first.minusDays(DAYS_BEFORE)
                    .datesUntil(first.plusDays(DAYS_AFTER + (weekly ? WEEK : 0)))
                    .forEach(day -> months.add(day.toString().substring(0, 7)));
        }
        return months;
    }

    private List<String> feedsAndUnits() {
        return Stream.concat(
                        marts.feeds().all().stream().map(feed -> feed.masterLog()),
                        marts.units().stream().map(Mart::name))
                .toList();
    }

    private void show(List<String> names, Predicate<String> months) {
        names.forEach(name -> tables.read(name, month -> month.equals(Piece.NO_PERIOD) || months.test(month))
                .createOrReplaceTempView(name));
    }

    private Set<String> periods(Dataset<Row> rows, String table) {
        List<String> periods = new ArrayList<>();
        rows.select(Pieces.period(tables.division(table)))
                .distinct()
                .collectAsList()
                .forEach(row -> periods.add(row.getString(0)));
        return new TreeSet<>(periods);
    }

    private static org.apache.spark.sql.Column[] columns(Mart units) {
        return units.columnNames().stream().map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new);
    }
}
