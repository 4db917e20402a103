package io.yieldline.source;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams the first sheet of an Excel workbook; only its shared texts are in memory. */
final class XlsxReader implements RowReader {
    private final ZipParts parts;
    private final XlsxWorkbook workbook;
    private final Optional<LocalDateTime> writtenAt;
    private SheetRows sheet;
    private int row;

    private XlsxReader(ZipParts parts) throws SourceException {
        this.parts = parts;
        this.workbook = XlsxWorkbook.read(parts);
        this.writtenAt = workbook.writtenAt();
        this.sheet = workbook.openPlainSheet();
    }

    static XlsxReader open(Path file, ReadingBudget budget) throws SourceException {
        ZipParts parts = ZipParts.open(file, budget);
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
        try {
            return passedOn(sheet.next());
        } catch (NotPlainSheetException e) {
            return passedOn(reread());
        }
    }

    /** Continues with the XML parser after the last row. */
    private @Nullable Row reread() throws SourceException {
        sheet.close();
        sheet = workbook.openSheet();
        Row next = sheet.next();
        while (next != null && next.number() <= row) {
            next = sheet.next();
        }
        return next;
    }

    private @Nullable Row passedOn(@Nullable Row next) {
        row = next == null ? row : next.number();
        return next;
    }

    @Override
    public void close() {
        sheet.close();
        parts.close();
    }
}
