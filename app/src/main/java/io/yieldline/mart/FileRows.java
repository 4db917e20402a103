package io.yieldline.mart;

import io.yieldline.Ratio;
import io.yieldline.warehouse.FileColumn;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows as they stand in a file for other programs: the columns of the table, then each ratio as three columns. */
public record FileRows(Relation relation, List<MartRatio> ratios) {
    /** The names of the columns. */
    public List<String> names() {
        return Stream.concat(relation.columns().stream(), ratioColumns().map(FileColumn::name))
                .toList();
    }

    /** The columns with their types. */
    public List<FileColumn> columns(Session session) {
        return Stream.concat(relation.fileColumns(session).stream(), ratioColumns())
                .toList();
    }

    /**
     * Gives the rows to a taker one by one, in a snapshot of the database, without holding all of them.
     *
     * @param part a LIMIT as SQL, or nothing
     */
    public void stream(Session session, String part, Consumer<List<@Nullable Object>> taker) {
        relation.stream(session, part, row -> taker.accept(withRatios(row)));
    }

    private Stream<FileColumn> ratioColumns() {
        return ratios.stream()
                .flatMap(ratio -> Stream.of(
                        new FileColumn(ratio.name() + "_numerator", FileColumn.Type.WHOLE),
                        new FileColumn(ratio.name() + "_denominator", FileColumn.Type.WHOLE),
                        new FileColumn(ratio.name(), FileColumn.Type.NUMBER)));
    }

    private List<@Nullable Object> withRatios(List<@Nullable Object> row) {
        List<@Nullable Object> values = new ArrayList<>(row);
        for (MartRatio ratio : ratios) {
            Ratio value = ratio.of(new Table.Row(relation.columns(), row)::number);
            values.add(value.numerator());
            values.add(value.denominator());
            values.add(value.known() ? value.value() : null);
        }
        return values;
    }
}
