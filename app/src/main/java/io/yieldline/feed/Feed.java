package io.yieldline.feed;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of export.
 *
 * @param name the name in commands and tables
 * @param title the title
 * @param zone time zone of its times; null for plant time
 * @param columns its columns, in the order of the master log
 * @param blanks words that mean blank, such as {@code NULL}, compared without case
 * @param inherited derived columns of the built-in feed that it replaces: without their source column they are those of a blank
 */
public record Feed(
        String name,
        String title,
        @Nullable ZoneId zone,
        List<Column> columns,
        List<String> blanks,
        List<Derived> inherited) {
    /** The words of a feed that lists none. */
    public static final List<String> BLANKS =
            List.of("NULL", "(null)", "\\N", "nil", "None", "NaN", "N/A", "n.a.", "-", "--");

    /** The columns of every record: serial number, station and time. */
    public static final List<String> EVENT = List.of("serial_number", "station", "started_at", "ended_at");

    /** The table of its current records. */
    public String masterLog() {
        return name + "_master_log";
    }

    /** The table of replaced versions. */
    public String history() {
        return name + "_history";
    }

    /** The stored columns, without the derived ones. */
    public List<Column> storedColumns() {
        return columns.stream().filter(Column::stored).toList();
    }

    /** The derived columns. */
    public List<Derived> derivedColumns() {
        return Stream.of(Derived.values())
                .filter(derived -> derived.from() == null
                        || inherited.contains(derived)
                        || column(derived.from()).isPresent())
                .filter(derived -> column(derived.column()).isEmpty())
                .toList();
    }

    /** The same in place of a built-in feed, whose derived columns the marts read. */
    Feed inPlaceOf(Feed builtIn) {
        return new Feed(name, title, zone, columns, blanks, builtIn.derivedColumns());
    }

    /** A stored column by name. */
    public Optional<Column> column(String columnName) {
        return storedColumns().stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
