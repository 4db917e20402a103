package io.yieldline.source;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Streams the first sheet of an Excel workbook; only its shared texts are held in memory. */
final class XlsxReader implements RowReader {
    private final ZipParts parts;
    private final XlsxSheet sheet;
    private final Optional<LocalDateTime> createdAt;

    private XlsxReader(ZipParts parts) throws SourceException {
        this.parts = parts;
        XlsxWorkbook workbook = XlsxWorkbook.read(parts);
        this.createdAt = workbook.createdAt();
        this.sheet = workbook.openFirstSheet();
    }

    static XlsxReader open(Path file) throws SourceException {
        ZipParts parts = ZipParts.open(file);
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
    public Optional<LocalDateTime> createdAt() {
        return createdAt;
    }

    @Override
    public @Nullable Row next() throws SourceException {
        return sheet.next();
    }

    @Override
    public void close() {
        sheet.close();
        parts.close();
    }
}
