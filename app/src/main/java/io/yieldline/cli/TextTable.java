package io.yieldline.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import io.yieldline.Excerpt;
import io.yieldline.Visible;
import io.yieldline.operation.CsvTable;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A text table: aligned columns, numbers right-aligned with thousands separators, no lines. */
final class TextTable {
    private static final int WIDEST = 90;
    private static final Character[] BORDERS = AsciiTable.NO_BORDERS.clone();

    /** Numeric identifiers, without thousands separators. */
    private static final Set<String> NAMES = Set.of("run", "export", "row", "known_export", "known_row");

    private TextTable() {}

    /** The lines of a table, with line ends. */
    static String of(Table table) {
        List<ColumnData<List<@Nullable Object>>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(column(table, i));
        }
        return AsciiTable.getTable(BORDERS, table.rows(), columns)
                .lines()
                .map(TextTable::trimmed)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** Every cell is surrounded by blanks, including the first and last. */
    private static String trimmed(String line) {
        return (line.startsWith(" ") ? line.substring(1) : line).stripTrailing();
    }

    private static ColumnData<List<@Nullable Object>> column(Table table, int index) {
        String name = table.columns().get(index);
        boolean number = table.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
        HorizontalAlign align = number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
        return new Column()
                .header(Visible.line(name))
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(Integer.MAX_VALUE)
                .with(row -> text(name, row.get(index)));
    }

    private static String text(String name, @Nullable Object value) {
        return value instanceof Long number && !NAMES.contains(name)
                ? String.format(Locale.ROOT, "%,d", number)
                : Excerpt.of(Visible.line(CsvTable.text(value)), WIDEST);
    }
}
