package io.yieldline.feed;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of export.
 *
 * @param name the word in commands and tables
 * @param title what it is, for people
 * @param zone the zone of its times; null when it is the plant's
 * @param columns its columns, in the order of the master log
 */
public record Feed(String name, String title, @Nullable ZoneId zone, List<Column> columns) {
    /** The columns that every record has: what, where and when. */
    public static final List<String> EVENT = List.of("serial_number", "station", "started_at", "ended_at");

    /** The table of its current records. */
    public String masterLog() {
        return name + "_master_log";
    }

    /** The table of versions that a newer export has replaced. */
    public String history() {
        return name + "_history";
    }

    /** The columns that the master log has, without the derived ones. */
    public List<Column> storedColumns() {
        return columns.stream().filter(Column::stored).toList();
    }

    /** The columns that the program derives from a record. */
    public List<Derived> derivedColumns() {
        return Stream.of(Derived.values())
                .filter(derived ->
                        derived.from() == null || column(derived.from()).isPresent())
                .filter(derived -> column(derived.column()).isEmpty())
                .toList();
    }

    /** A stored column by name. */
    public Optional<Column> column(String columnName) {
        return storedColumns().stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
