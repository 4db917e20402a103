package io.yieldline.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Streams the records of a delimited text: comma, semicolon, tab or pipe, in UTF-8, UTF-16, or an encoding of Western Europe, China or Japan. The number of
 * a record is its first line.
 */
final class CsvReader implements RowReader {
    private final Reader in;
    private final CsvScanner scanner;
    private final RowBuilder row = RowBuilder.forText();

    private CsvReader(Reader in, char delimiter) throws IOException, SourceException {
        this.in = in;
        this.scanner = new CsvScanner(in, delimiter);
    }

    static CsvReader open(Path file, ReadingBudget budget) throws SourceException {
        TextEncoding.Text text = () -> budget.watch(Files.newInputStream(file));
        char delimiter = CsvDelimiter.sniff(text);
        Reader in = TextEncoding.open(text);
        try {
            return new CsvReader(in, delimiter);
        } catch (IOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public Optional<LocalDateTime> writtenAt() {
        return Optional.empty();
    }

    @Override
    public String table() {
        return "the text";
    }

    @Override
    public boolean nextTable() throws SourceException {
        TableEnd.reach(this);
        return false;
    }

    @Override
    public @Nullable Row next() throws SourceException {
        try {
            while (scanner.hasRecord()) {
                row.start(scanner.line());
                readRecord();
                Row read = row.build();
                if (read != null) {
                    return read;
                }
            }
            return null;
        } catch (IOException e) {
            throw TextEncoding.unreadable(e);
        }
    }

    private void readRecord() throws IOException, SourceException {
        int column = 0;
        do {
            row.place(column);
            String field = scanner.readField();
            row.text(column++, field, scanner.marks());
        } while (scanner.skipDelimiter());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
