package io.yieldline.mart;

import io.yieldline.feed.ColumnType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that one SELECT makes of a master log or of a table of unit facts, as its file describes it.
 *
 * @param name the name of the table and of its file
 * @param grain what a row stands for
 * @param key the columns that tell rows apart; some may be blank, so the database does not enforce it
 * @param source the feed, or the table of unit facts, that it is made from
 * @param step when the schedule brings it up to date
 * @param ratios what its counts are divided into
 * @param select the SELECT over everything, the same text on every engine
 */
public record Mart(
        String name,
        String title,
        String grain,
        List<String> key,
        String source,
        Partition partition,
        RefreshStep step,
        List<MartColumn> columns,
        List<MartRatio> ratios,
        String select) {

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(MartColumn::name).toList();
    }

    /** A column by name. */
    public MartColumn column(String column) {
        return columns.stream()
                .filter(known -> known.name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /**
     * A ratio by name.
     *
     * @throws IllegalArgumentException if the mart has no such ratio
     */
    public MartRatio ratio(String ratio) {
        return ratios.stream()
                .filter(known -> known.name().equals(ratio))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no ratio \"" + ratio + "\""));
    }

    /** The first count among the columns, which sums up over all rows. */
    public String firstCount() {
        return columns.stream()
                .filter(column -> column.type() == ColumnType.BIGINT)
                .findFirst()
                .orElseThrow()
                .name();
    }

    boolean has(String column) {
        return columnNames().contains(column);
    }

    String createStatement() {
        return columns.stream()
                .map(MartColumn::definition)
                .collect(Collectors.joining(",\n    ", "create table " + name + " (\n    ", ")"));
    }
}
