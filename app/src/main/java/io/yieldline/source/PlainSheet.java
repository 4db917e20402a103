package io.yieldline.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet in the form that nearly all programs write: rows of numbers and shared texts only. It throws
 * {@link NotPlainException} at the first unexpected byte, so it never judges a file. It takes a third of the time of
 * an XML parser.
 */
final class PlainSheet implements SheetRows {
    private static final byte[] ROWS = ByteWindow.ascii("<sheetData>");
    private static final byte[] ROWS_END = ByteWindow.ascii("</sheetData>");
    private static final byte[] ROW = ByteWindow.ascii("<row ");
    private static final byte[] ROW_END = ByteWindow.ascii("</row>");
    private static final byte[] CELL = ByteWindow.ascii("<c ");
    private static final byte[] VALUE = ByteWindow.ascii("><v>");
    private static final byte[] VALUE_END = ByteWindow.ascii("</v></c>");
    private static final byte[] EMPTY_END = ByteWindow.ascii("/>");

    private final ByteWindow bytes;
    private final RowBuilder row = RowBuilder.forSheet();
    private final SharedStrings strings;
    private final Styles styles;

    private int column;
    private int style;
    private boolean shared;
    private boolean ended;

    PlainSheet(InputStream sheet, SharedStrings strings, Styles styles) {
        this.bytes = new ByteWindow(sheet);
        this.strings = strings;
        this.styles = styles;
    }

    @Override
    public @Nullable Row next() {
        try {
            if (row.row() == 0) {
                readHead();
            }
            return ended ? null : nextFilled();
        } catch (SourceException | IOException e) {
            throw new NotPlainException();
        }
    }

    @Override
    public void close() {
        bytes.close();
    }

    /** The content above the rows is ignored, unless it has declarations or another encoding. */
    private void readHead() throws IOException {
        if (!bytes.head(ROWS).contains("<worksheet ")) {
            throw new NotPlainException();
        }
    }

    private @Nullable Row nextFilled() throws IOException, SourceException {
        Row read = null;
        while (read == null && !ended) {
            bytes.skipBlanks();
            bytes.hold(ROWS_END.length);
            ended = bytes.skip(ROWS_END);
            if (!ended) {
                bytes.holdElement(ROW_END);
                read = readRow();
            }
        }
        if (ended) {
            bytes.drain();
        }
        return read;
    }

    private @Nullable Row readRow() throws SourceException {
        bytes.require(ROW);
        row.start(rowNumber());
        if (!bytes.skip(EMPTY_END)) {
            bytes.require((byte) '>');
            while (!bytes.skip(ROW_END)) {
                readCell();
            }
        }
        return row.build();
    }

    private int rowNumber() {
        int number = -1;
        while (bytes.peek() != '>' && bytes.peek() != '/') {
            byte name = bytes.attributeName();
            if (name == 'r') {
                number = bytes.number();
                bytes.require((byte) '"');
            } else {
                bytes.skipThrough((byte) '"');
            }
            bytes.skip((byte) ' ');
        }
        return number;
    }

    private void readCell() throws SourceException {
        bytes.require(CELL);
        readAttributes();
        row.place(column);
        if (!bytes.skip(EMPTY_END)) {
            bytes.require(VALUE);
            readValue();
            bytes.require(VALUE_END);
        }
    }

    private void readAttributes() {
        column = -1;
        style = 0;
        shared = false;
        while (bytes.peek() != '>' && bytes.peek() != '/') {
            readAttribute(bytes.attributeName());
            bytes.require((byte) '"');
            bytes.skip((byte) ' ');
        }
        if (column < 0) {
            throw new NotPlainException();
        }
    }

    private void readAttribute(byte name) {
        switch (name) {
            case 'r' -> column = columnOfThisRow();
            case 's' -> style = bytes.number();
            case 't' -> shared = isShared(bytes.take());
            default -> throw new NotPlainException();
        }
    }

    private int columnOfThisRow() {
        int columns = 0;
        while (bytes.peek() >= 'A' && bytes.peek() <= 'Z' && columns < SheetLimits.COLUMNS) {
            columns = columns * 26 + bytes.take() - 'A' + 1;
        }
        if (columns == 0 || bytes.number() != row.row()) {
            throw new NotPlainException();
        }
        return columns - 1;
    }

    private static boolean isShared(byte type) {
        if (type != 's' && type != 'n') {
            throw new NotPlainException();
        }
        return type == 's';
    }

    private void readValue() throws SourceException {
        if (shared) {
            row.shared(column, bytes.number(), strings);
        } else if (styles.isDate(style)) {
            throw new NotPlainException();
        } else {
            row.number(column, bytes.textUpTo((byte) '<'), styles.zeroFill(style));
        }
    }
}
