package io.yieldline.source;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Arranges the cells of a table in columns: a spanning cell has its text in the first column, as in Excel. */
final class HtmlTable {
    private final RowBuilder row = RowBuilder.forText();
    private final int[] taken = new int[SheetLimits.COLUMNS];
    private int widest;

    /** Reads the next row; null if blank. */
    @Nullable
    Row read(Element tableRow) throws SourceException {
        row.start(row.row() + 1);
        int column = 0;
        for (Element cell : tableRow.children()) {
            if (cell.nameIs("td") || cell.nameIs("th")) {
                column = place(cell, column);
            }
        }
        for (int i = 0; i < widest; i++) {
            taken[i] = Math.max(0, taken[i] - 1);
        }
        return row.build();
    }

    /** Puts the cell into the next column that no cell above spans; returns the column after it. */
    private int place(Element cell, int from) throws SourceException {
        int column = from;
        while (column < taken.length && taken[column] > 0) {
            column++;
        }
        row.place(column);
        put(column, cell);
        int end = Math.min(taken.length, column + span(cell, "colspan"));
        Arrays.fill(taken, column, end, span(cell, "rowspan"));
        widest = Math.max(widest, end);
        return end;
    }

    /** Pages from Excel have the exact value of a number in addition to its text, which can have zeros in front. */
    private void put(int column, Element cell) throws SourceException {
        String number = cell.attr("x:num");
        String text = number.isEmpty() ? "" : HtmlText.of(cell);
        if (number.isEmpty() || (text.matches("0+[1-9][0-9]*") && text.endsWith(number))) {
            row.text(column, HtmlText.of(cell));
        } else {
            row.number(column, number, null);
        }
    }

    private static int span(Element cell, String attribute) {
        String digits = cell.attr(attribute).strip();
        return Numbers.isCanonical(digits) ? (int) Math.max(1, Math.min(SheetLimits.ROWS, Long.parseLong(digits))) : 1;
    }
}
