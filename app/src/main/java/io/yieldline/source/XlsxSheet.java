package io.yieldline.source;

import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.yieldline.source.SourceException.Fault;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet with an XML parser, which supports all content. */
final class XlsxSheet implements SheetRows {
    private final Xml xml;
    private final XlsxCell cell;
    private final RowBuilder row = RowBuilder.forSheet();
    private boolean ended;

    XlsxSheet(Xml xml, SharedStrings strings, Styles styles, boolean from1904) {
        this.xml = xml;
        this.cell = new XlsxCell(xml, row, strings, styles, from1904);
    }

    @Override
    public @Nullable Row next() throws SourceException {
        while (!ended) {
            int event = xml.next();
            if (event == START_ELEMENT && xml.isAt("row")) {
                Row read = readRow();
                if (read != null) {
                    return read;
                }
            } else if (event == END_DOCUMENT || (event == END_ELEMENT && xml.isAt("sheetData"))) {
                xml.drain();
                ended = true;
            }
        }
        return null;
    }

    private @Nullable Row readRow() throws SourceException {
        row.start(rowNumber());
        cell.startRow();
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == START_ELEMENT) {
                readChild();
            }
        }
        return row.build();
    }

    private void readChild() throws SourceException {
        if (xml.isAt("c")) {
            cell.read();
        } else {
            xml.skip();
        }
    }

    /** The row number; it is optional if no row is missing. */
    private int rowNumber() throws SourceException {
        String number = xml.attribute("r");
        if (number == null) {
            return row.row() + 1;
        }
        if (!Numbers.isCanonical(number) || number.length() > 10) {
            throw new SourceException(
                    Fault.BAD_REFERENCE,
                    "'" + number + "' after row " + row.row()
                            + " is not a valid row number; the file is damaged, export it again");
        }
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(number));
    }

    @Override
    public void close() {
        xml.close();
    }
}
