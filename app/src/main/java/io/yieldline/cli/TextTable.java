package io.yieldline.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.yieldline.operation.CsvTable;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table for people: aligned columns, numbers to the right, no lines but one below the header. */
final class TextTable {
    private static final int WIDEST = 90;
    private static final Character[] BORDERS = AsciiTable.NO_BORDERS.clone();

    private TextTable() {}

    static String of(Table table) {
        List<ColumnData<List<@Nullable Object>>> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(column(table, i));
        }
        return AsciiTable.getTable(BORDERS, table.rows(), columns);
    }

    private static ColumnData<List<@Nullable Object>> column(Table table, int index) {
        boolean number = table.rows().stream().anyMatch(row -> row.get(index) instanceof Number);
        HorizontalAlign align = number ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
        return new Column()
                .header(table.columns().get(index))
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(WIDEST, OverflowBehaviour.ELLIPSIS_RIGHT)
                .with(row -> CsvTable.text(row.get(index)));
    }
}
