package io.yieldline.mart;

import io.yieldline.feed.ColumnType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table that one SELECT computes from a master log or a unit table, as defined by its file.
 *
 * @param name the name of the table and of its file
 * @param grain meaning of a row
 * @param key the key columns; some may be blank, so the database does not enforce the key
 * @param source the feed or unit table that it is computed from
 * @param also other sources whose changes it follows: feeds, or {@code FEED_attribute} for values that are no part of an event
 * @param step when the schedule brings it up to date
 * @param ratios ratios of its counts
 * @param select the SELECT for the whole mart, the same on every engine
 */
public record Mart(
        String name,
        String title,
        String grain,
        List<String> key,
        String source,
        List<String> also,
        Partition partition,
        RefreshStep step,
        List<MartColumn> columns,
        List<MartRatio> ratios,
        String select) {

    /** The same mart that also follows changes of another source. */
    Mart following(String other) {
        return new Mart(name, title, grain, key, source, List.of(other), partition, step, columns, ratios, select);
    }

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

    /** All sources whose changes it follows. */
    public List<String> sources() {
        return Stream.concat(Stream.of(source), also.stream()).toList();
    }

    /** The feeds or the unit table that it is computed from. */
    public List<String> logs() {
        return sources().stream().filter(name -> !name.endsWith("_attribute")).toList();
    }

    /** Its SELECT, or the parts of it that are put together by {@code union all}. */
    public List<String> selects() {
        return List.of(select.split("\\nunion all\\n"));
    }

    /** The first count column, which can be summed over all rows. */
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
