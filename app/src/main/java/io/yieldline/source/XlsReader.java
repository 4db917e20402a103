package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** Streams the first sheet of an Excel 97-2003 workbook record by record; only its shared texts are in memory. */
final class XlsReader implements RowReader {
    private final POIFSFileSystem files;
    private final ReadingBudget budget;
    private final Optional<LocalDateTime> writtenAt;
    private final XlsSheet sheet;

    private XlsReader(POIFSFileSystem files, String stream, ReadingBudget budget) throws SourceException, IOException {
        this.files = files;
        this.budget = budget;
        this.writtenAt = OleSummary.writtenAt(files.getRoot());
        XlsWorkbook workbook = XlsWorkbook.read(records(stream, 0), budget);
        this.sheet = new XlsSheet(records(stream, workbook.firstSheet()), workbook);
    }

    static XlsReader open(Path file, ReadingBudget budget) throws SourceException {
        POIFSFileSystem files = openFiles(file);
        try {
            return new XlsReader(files, OleKind.workbookStream(files.getRoot()), budget);
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

    private RecordInputStream records(String stream, int position) throws IOException {
        InputStream bytes = budget.watch(files.createDocumentInputStream(stream));
        bytes.skipNBytes(position);
        return new RecordInputStream(new BufferedInputStream(bytes, 1 << 16));
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
            return sheet.next();
        } catch (RuntimeException e) {
            throw damaged(e);
        }
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
