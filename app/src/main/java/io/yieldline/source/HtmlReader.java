package io.yieldline.source;

import io.yieldline.source.SourceException.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams the tables of a web page, also of the pages of a web archive. Reads a page twice: once to know that it is whole and has
 * tables, once for their rows.
 */
final class HtmlReader implements RowReader {
    private final Iterator<TextEncoding.Text> pages;
    private HtmlRows rows;
    private HtmlTable table = new HtmlTable();
    private int number;
    private int numberInPage = -1;
    private boolean ahead;

    private HtmlReader(List<TextEncoding.Text> pages) throws SourceException {
        this.pages = pages.iterator();
        this.rows = openPage();
    }

    static HtmlReader open(Path file, ReadingBudget budget) throws SourceException {
        HtmlReader reader = new HtmlReader(withTables(pages(file, budget)));
        reader.nextTable();
        return reader;
    }

    private static List<TextEncoding.Text> withTables(List<TextEncoding.Text> pages) throws SourceException {
        List<TextEncoding.Text> found = new ArrayList<>();
        SourceException refusal = null;
        for (TextEncoding.Text page : pages) {
            HtmlSurvey survey = HtmlSurvey.of(page);
            refusal = refusal == null ? survey.withoutTable() : refusal;
            if (survey.hasTable()) {
                found.add(page);
            }
        }
        if (refusal != null && found.isEmpty()) {
            throw refusal;
        }
        return found;
    }

    private static List<TextEncoding.Text> pages(Path file, ReadingBudget budget) throws SourceException {
        try {
            boolean isArchive = isArchive(file);
            requireAtMost(isArchive ? SheetLimits.ARCHIVE_BYTES : SheetLimits.PAGE_BYTES, file);
            return isArchive ? archivedPages(file, budget) : List.of(() -> budget.watch(Files.newInputStream(file)));
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

    private static List<TextEncoding.Text> archivedPages(Path file, ReadingBudget budget)
            throws IOException, SourceException {
        List<TextEncoding.Text> pages = new ArrayList<>();
        for (byte[] page : Mhtml.pages(Files.readString(file, StandardCharsets.ISO_8859_1))) {
            pages.add(() -> budget.watch(new ByteArrayInputStream(page)));
        }
        return pages;
    }

    private HtmlRows openPage() throws SourceException {
        return HtmlRows.ofPage(pages.next(), element -> {});
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
    public String table() {
        return "table " + number;
    }

    @Override
    public @Nullable Row next() throws SourceException {
        while (ahead || rows.next()) {
            ahead = rows.tableNumber() != numberInPage;
            if (ahead) {
                return null;
            }
            Row read = table.read(rows.row());
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    @Override
    public boolean nextTable() throws SourceException {
        TableEnd.reach(this);
        while (!ahead && pages.hasNext()) {
            rows.close();
            rows = openPage();
            ahead = rows.next();
        }
        if (ahead) {
            numberInPage = rows.tableNumber();
            number++;
            table = new HtmlTable();
        }
        return ahead;
    }

    @Override
    public void close() {
        rows.close();
    }
}
