package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of an Excel 2003 XML sheet. */
final class SpreadsheetMlRow {
    private final Xml xml;
    private final SpreadsheetMlStyles styles;
    private final Map<Integer, String> columnStyles = new HashMap<>();
    private final RowBuilder row = RowBuilder.forSheet();
    private final StringBuilder value = new StringBuilder();
    private int nextRow = 1;
    private int column;
    private int nextColumn = 1;
    private @Nullable String rowStyle;
    private @Nullable String cellStyle;

    SpreadsheetMlRow(Xml xml, SpreadsheetMlStyles styles) {
        this.xml = xml;
        this.styles = styles;
    }

    /** Reads the style that the current tag gives to the columns of the sheet. */
    void readColumn() throws SourceException {
        int first = number("Index", 1, nextColumn);
        nextColumn = first + number("Span", 0, 0) + 1;
        String style = xml.attribute("StyleID");
        for (int i = first; i < Math.min(nextColumn, SheetLimits.COLUMNS + 1) && style != null; i++) {
            columnStyles.put(i - 1, style);
        }
    }

    /** Reads the row of the current start tag; null if it is blank. */
    @Nullable
    Row read() throws SourceException {
        int number = number("Index", 1, nextRow);
        nextRow = number + number("Span", 0, 0) + 1;
        rowStyle = xml.attribute("StyleID");
        row.start(number);
        column = 0;
        while (xml.nextWithin("Row")) {
            if (xml.isAt("Cell")) {
                readCell();
            } else {
                xml.skip();
            }
        }
        return row.build();
    }

    private void readCell() throws SourceException {
        column = number("Index", 1, column + 1) - 1;
        int merged = number("MergeAcross", 0, 0);
        cellStyle = xml.attribute("StyleID");
        boolean formula = xml.attribute("Formula") != null;
        row.place(column);
        boolean valued = false;
        while (xml.nextWithin("Cell")) {
            if (xml.isAt("Data")) {
                valued = true;
                readData();
            } else {
                xml.skip();
            }
        }
        if (formula && !valued) {
            row.formulaWithoutValue(column);
        }
        column += merged + 1;
    }

    private void readData() throws SourceException {
        String type = xml.attribute("Type");
        value.setLength(0);
        xml.appendAllText("Data", value);
        put(type == null ? "String" : type, value.toString());
    }

    private void put(String type, String text) {
        switch (type) {
            case "Number" -> row.number(column, text, styles.zeroFill(cellStyle, rowStyle, columnStyles.get(column)));
            case "DateTime" ->
                Dates.ofIso(text).ifPresentOrElse(date -> row.date(column, date), () -> row.error(column, text));
            case "Boolean" -> row.truth(column, text.equals("1"));
            case "Error" -> row.error(column, text);
            default -> row.text(column, text);
        }
    }

    private int number(String attribute, int least, int otherwise) throws SourceException {
        String digits = xml.attribute(attribute);
        if (digits == null) {
            return otherwise;
        }
        if (!Numbers.isCanonical(digits) || digits.length() > 9 || Integer.parseInt(digits) < least) {
            throw new SourceException(
                    Fault.BAD_REFERENCE,
                    "ss:" + attribute + "=\"" + digits + "\" in or after row " + row.row()
                            + " is out of range; the file is damaged, export it again");
        }
        return Integer.parseInt(digits);
    }
}
