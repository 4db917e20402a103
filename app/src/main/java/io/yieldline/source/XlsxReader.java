package io.yieldline.source;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams the sheets of an Excel workbook; only its shared texts are in memory. */
final class XlsxReader implements RowReader {
    private final ZipParts parts;
    private final XlsxWorkbook workbook;
    private final Optional<LocalDateTime> writtenAt;
    private final Iterator<XlsxWorkbook.Sheet> sheets;
    private XlsxTable table;

    private XlsxReader(ZipParts parts) throws SourceException {
        this.parts = parts;
        this.workbook = XlsxWorkbook.read(parts);
        this.writtenAt = workbook.writtenAt();
        this.sheets = workbook.sheets().iterator();
        this.table = new XlsxTable(workbook, sheets.next());
    }

    static XlsxReader open(Path file, ReadingBudget budget) throws SourceException {
        return open(ZipParts.open(file, budget));
    }

    /** A temporary copy, which is deleted when it is closed. */
    static XlsxReader openTemporary(Path file, ReadingBudget budget) throws SourceException {
        return open(ZipParts.openTemporary(file, budget));
    }

    private static XlsxReader open(ZipParts parts) throws SourceException {
        try {
            ZipKind.requireWorkbook(parts);
            return new XlsxReader(parts);
        } catch (SourceException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return writtenAt;
    }

    @Override
    public @Nullable Row next() throws SourceException {
        return table.next();
    }

    @Override
    public String table() {
        return table.name();
    }

    @Override
    public boolean nextTable() throws SourceException {
        TableEnd.reach(this);
        if (!sheets.hasNext()) {
            return false;
        }
        table.close();
        table = new XlsxTable(workbook, sheets.next());
        return true;
    }

    @Override
    public void close() {
        table.close();
        parts.close();
    }
}
