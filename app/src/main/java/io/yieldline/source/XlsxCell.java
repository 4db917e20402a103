package io.yieldline.source;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.yieldline.Excerpt;
import io.yieldline.source.SourceException.Fault;

/** Reads the cells of an {@code .xlsx} sheet; the most time-critical code. */
final class XlsxCell {
    /** Characters of a wrong value in a message. */
    private static final int MOST_SHOWN = 40;

    private final Xml xml;
    private final RowBuilder row;
    private final SharedStrings strings;
    private final Styles styles;
    private final boolean from1904;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder inline = new StringBuilder();

    private int column;
    private int style;
    private String type = "n";
    private boolean formula;
    private boolean hasInline;

    XlsxCell(Xml xml, RowBuilder row, SharedStrings strings, Styles styles, boolean from1904) {
        this.xml = xml;
        this.row = row;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** Called before the first cell of a row. */
    void startRow() {
        column = -1;
    }

    /** Reads the cell of the current start tag. */
    void read() throws SourceException {
        column++;
        style = 0;
        type = "n";
        formula = false;
        value.setLength(0);
        inline.setLength(0);
        hasInline = false;
        readAttributes();
        row.place(column);
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT) {
                readChild();
            }
        }
        put();
    }

    private void readAttributes() throws SourceException {
        for (int i = 0; i < xml.attributes(); i++) {
            switch (xml.attributeName(i)) {
                case "r" -> column = columnOf(xml.attribute(i));
                case "t" -> type = xml.attribute(i);
                case "s" -> style = number(xml.attribute(i));
                default -> {}
            }
        }
    }

    /** The 0-based column of a reference such as {@code AB12}, whose row must be the current one. */
    private int columnOf(String reference) throws SourceException {
        int columns = 0;
        int i = 0;
        for (; i < reference.length() && isLetter(reference.charAt(i)); i++) {
            columns = columns * 26 + (reference.charAt(i) & 0x1F);
            if (columns > SheetLimits.COLUMNS) {
                throw badReference(reference, "is beyond column XFD, the last column of a sheet");
            }
        }
        if (i == 0 || number(reference, i) != row.row()) {
            throw badReference(reference, "is in row " + row.row());
        }
        return columns - 1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static SourceException badReference(String reference, String fault) {
        return new SourceException(
                Fault.BAD_REFERENCE, "cell " + reference + " " + fault + "; the file is damaged, export it again");
    }

    private void readChild() throws SourceException {
        switch (xml.name()) {
            case "v" -> xml.appendText(value);
            case "is" -> {
                hasInline = true;
                RichText.append(xml, "is", inline);
            }
            case "f" -> {
                formula = true;
                xml.skip();
            }
            default -> xml.skip();
        }
    }

    /** Some writers put a value beside the text itself, or a text into a cell of no such type. */
    private void put() throws SourceException {
        if (hasInline && (type.equals("inlineStr") || value.isEmpty())) {
            row.text(column, inline.toString());
        } else {
            putValue();
        }
    }

    private void putValue() throws SourceException {
        switch (type) {
            case "s" -> putShared();
            case "str", "inlineStr" -> row.text(column, value.toString());
            case "n" -> putNumber();
            case "b" -> putTruth();
            case "e" -> row.error(column, value.toString());
            case "d" -> putDate();
            default ->
                throw new SourceException(
                        Fault.CORRUPT,
                        "cell " + name() + " has the unknown type '" + type
                                + "'; the file is damaged, export it again");
        }
    }

    private void putShared() throws SourceException {
        if (value.isEmpty()) {
            return;
        }
        int index = number(value);
        if (index < 0) {
            throw strings.missing("'" + Excerpt.of(value.toString(), MOST_SHOWN) + "'", row.row(), column);
        }
        row.shared(column, index, strings);
    }

    private void putNumber() {
        if (value.isEmpty()) {
            putMissing();
        } else if (styles.isDate(style)) {
            putSerial(value.toString());
        } else {
            row.number(column, value.toString(), styles.zeroFill(style));
        }
    }

    private void putSerial(String literal) {
        double serial = Numbers.parse(literal);
        if (Double.isFinite(serial)) {
            row.date(column, serial, from1904);
        } else {
            row.error(column, literal);
        }
    }

    private void putTruth() {
        if (value.isEmpty()) {
            putMissing();
        } else {
            row.truth(column, value.charAt(0) == '1' || value.charAt(0) == 't');
        }
    }

    private void putMissing() {
        if (formula) {
            row.formulaWithoutValue(column);
        }
    }

    private void putDate() {
        String literal = value.toString();
        Dates.ofIso(literal).ifPresentOrElse(date -> row.date(column, date), () -> row.error(column, literal));
    }

    private String name() {
        return CellName.of(row.row(), column);
    }

    private static int number(CharSequence digits) {
        return number(digits, 0);
    }

    /** The number from there to the end of the text, -1 if it is none, or the text may be cut; without creating a string. */
    private static int number(CharSequence text, int start) {
        long number = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > Integer.MAX_VALUE) {
                return -1;
            }
            number = number * 10 + digit;
        }
        boolean whole = start < text.length() && text.length() <= Row.LONGEST_TEXT;
        return whole && number <= Integer.MAX_VALUE ? (int) number : -1;
    }
}
