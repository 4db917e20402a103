package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams the largest table of a web page, also from a web archive. Reads the page twice: once to find the table, once
 * for its rows.
 */
final class HtmlReader implements RowReader {
    private final HtmlRows rows;
    private final HtmlTable table = new HtmlTable();

    private HtmlReader(HtmlRows rows) {
        this.rows = rows;
    }

    static HtmlReader open(Path file, ReadingBudget budget) throws SourceException {
        TextEncoding.Text page = page(file, budget);
        HtmlSurvey survey = HtmlSurvey.of(page);
        return new HtmlReader(HtmlRows.ofTable(page, survey.largestTable()));
    }

    private static TextEncoding.Text page(Path file, ReadingBudget budget) throws SourceException {
        try {
            boolean isArchive = isArchive(file);
            requireAtMost(isArchive ? SheetLimits.ARCHIVE_BYTES : SheetLimits.PAGE_BYTES, file);
            return isArchive ? archivedPage(file, budget) : () -> budget.watch(Files.newInputStream(file));
        } catch (IOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    private static void requireAtMost(int bytes, Path file) throws IOException, SourceException {
        if (Files.size(file) > bytes) {
            throw new SourceException(
                    Fault.TOO_LARGE,
                    "the web page is larger than " + (bytes >> 20)
                            + " MB; export the report as .xlsx, or a shorter period");
        }
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            String head = TextEncoding.decodeHead(in.readNBytes(1024));
            return Mhtml.startsLike(head.strip().toLowerCase(Locale.ROOT));
        }
    }

    private static TextEncoding.Text archivedPage(Path file, ReadingBudget budget) throws IOException, SourceException {
        byte[] page = Mhtml.page(Files.readString(file, StandardCharsets.ISO_8859_1));
        return () -> budget.watch(new ByteArrayInputStream(page));
    }

    @Override
    public Format format() {
        return Format.HTML;
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return Optional.empty();
    }

    @Override
    public @Nullable Row next() throws SourceException {
        while (rows.next()) {
            Row read = table.read(rows.row());
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    @Override
    public void close() {
        rows.close();
    }
}
