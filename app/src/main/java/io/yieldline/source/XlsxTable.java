package io.yieldline.source;

import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an Excel workbook: by the plain reader as far as it can, then by the XML parser. */
final class XlsxTable implements AutoCloseable {
    private final XlsxWorkbook workbook;
    private final XlsxWorkbook.Sheet sheet;
    private final RowOrder order = new RowOrder(this::nextInFile);
    private SheetRows rows;
    private int read;

    XlsxTable(XlsxWorkbook workbook, XlsxWorkbook.Sheet sheet) throws SourceException {
        this.workbook = workbook;
        this.sheet = sheet;
        this.rows = workbook.openPlain(sheet);
    }

    String name() {
        return "sheet \"" + sheet.name() + "\"";
    }

    @Nullable
    Row next() throws SourceException {
        return order.next();
    }

    private @Nullable Row nextInFile() throws SourceException {
        Row next = nextOfReader();
        read++;
        return next;
    }

    private @Nullable Row nextOfReader() throws SourceException {
        try {
            return rows.next();
        } catch (NotPlainException e) {
            return reread();
        }
    }

    /** Continues with the XML parser after the rows that were read. */
    private @Nullable Row reread() throws SourceException {
        rows.close();
        rows = workbook.open(sheet);
        for (int i = 0; i < read; i++) {
            rows.next();
        }
        return rows.next();
    }

    @Override
    public void close() {
        rows.close();
    }
}
