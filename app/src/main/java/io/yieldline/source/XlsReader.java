package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** Streams the sheets of an Excel 97-2003 workbook record by record; only its shared texts are in memory. */
final class XlsReader implements RowReader {
    private final POIFSFileSystem files;
    private final Optional<LocalDateTime> writtenAt;
    private final XlsRecords records;
    private final XlsWorkbook workbook;
    private final Iterator<XlsWorkbook.Sheet> sheets;
    private XlsWorkbook.Sheet sheet;
    private RowOrder rows;

    private XlsReader(POIFSFileSystem files, ReadingBudget budget) throws SourceException, IOException {
        this.files = files;
        this.writtenAt = OleSummary.writtenAt(files.getRoot());
        this.records = new XlsRecords(files, OleKind.workbookStream(files.getRoot()), budget);
        this.workbook = XlsWorkbook.read(records.from(0), budget);
        this.sheets = workbook.sheets().iterator();
        this.sheet = sheets.next();
        this.rows = open(sheet);
    }

    private RowOrder open(XlsWorkbook.Sheet opened) throws IOException {
        return new RowOrder(new XlsSheet(records.from(opened.position()), workbook)::next);
    }

    /** Opens an OLE2 document: an {@code .xls} workbook, or an encrypted {@code .xlsx} one. */
    static RowReader open(Path file, ReadingBudget budget) throws SourceException {
        POIFSFileSystem files = openFiles(file);
        try {
            if (DefaultPassword.hasPackage(files)) {
                Path copy = DefaultPassword.unlockedPackage(files, budget);
                closing(files);
                return XlsxReader.openTemporary(copy, budget);
            }
            return new XlsReader(files, budget);
        } catch (SourceException e) {
            closing(files);
            throw e;
        } catch (IOException | RuntimeException e) {
            closing(files);
            throw damaged(e);
        }
    }

    private static POIFSFileSystem openFiles(Path file) throws SourceException {
        try {
            return new POIFSFileSystem(file.toFile(), true);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    /** The message for all exceptions of the parser, which trusts its input. */
    static SourceException damaged(Exception cause) {
        Optional<SourceException> own = SourceException.within(cause);
        if (own.isPresent()) {
            return own.get();
        }
        if (cause instanceof IndexOutOfBoundsException
                || cause instanceof BufferUnderflowException
                || cause instanceof RecordFormatException
                || cause instanceof IllegalStateException
                || cause instanceof IOException) {
            return ZipParts.unfinished(cause);
        }
        return new SourceException(Fault.CORRUPT, "the workbook is damaged; export the file again", cause);
    }

    @Override
    public Format format() {
        return Format.XLS;
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return writtenAt;
    }

    @Override
    public @Nullable Row next() throws SourceException {
        try {
            return rows.next();
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    @Override
    public String table() {
        return "sheet \"" + sheet.name() + "\"";
    }

    @Override
    public boolean nextTable() throws SourceException {
        TableEnd.reach(this);
        if (!sheets.hasNext()) {
            return false;
        }
        sheet = sheets.next();
        try {
            rows = open(sheet);
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
        return true;
    }

    @Override
    public void close() {
        closing(files);
    }

    private static void closing(POIFSFileSystem files) {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
