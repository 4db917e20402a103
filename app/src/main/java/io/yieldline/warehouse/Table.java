package io.yieldline.warehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A result with column names. Whole numbers are {@code Long}, dates {@code LocalDate}, blanks null. */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {
    /** A table with a row for each of these things. */
    public static <T> Table of(List<T> things, List<Field<T>> fields) {
        return new Table(
                fields.stream().map(Field::name).toList(),
                things.stream().map(thing -> values(thing, fields)).toList());
    }

    /** This table with one more column, made from each row. */
    public Table with(String column, Function<List<@Nullable Object>, @Nullable Object> value) {
        List<String> names = Stream.concat(columns.stream(), Stream.of(column)).toList();
        return new Table(
                names, rows.stream().map(row -> longer(row, value.apply(row))).toList());
    }

    private static List<@Nullable Object> longer(List<@Nullable Object> row, @Nullable Object last) {
        List<@Nullable Object> longer = new ArrayList<>(row);
        longer.add(last);
        return longer;
    }

    /** The rows, each with the names of the columns. */
    public Stream<Row> named() {
        return rows.stream().map(row -> new Row(columns, row));
    }

    private static <T> List<@Nullable Object> values(T thing, List<Field<T>> fields) {
        List<@Nullable Object> values = new ArrayList<>(fields.size());
        fields.forEach(field -> values.add(field.value().apply(thing)));
        return values;
    }

    /**
     * A column of a table of things.
     *
     * @param name the name of the column
     * @param value what a thing has in it
     */
    public record Field<T>(String name, Function<T, @Nullable Object> value) {}

    /** A row whose values are asked for by column. */
    public record Row(List<String> columns, List<@Nullable Object> values) {
        /** The value in a column; null where it is blank or there is no such column. */
        public @Nullable Object value(String column) {
            int place = columns.indexOf(column);
            return place < 0 ? null : values.get(place);
        }

        /** The whole number in a column; 0 where it is blank. */
        public long number(String column) {
            return value(column) instanceof Number number ? number.longValue() : 0;
        }
    }
}
