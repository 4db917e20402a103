package io.yieldline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Workbooks for tests of other packages, written as the portal writes them. */
public final class ExportFile {
    private ExportFile() {}

    /** Writes an {@code .xlsx} that says when it was made; an empty text is a blank cell. */
    public static Path xlsx(Path file, Instant madeAt, List<String> header, List<List<String>> rows) {
        try {
            return Files.write(file, XlsxBook.of(new Sheet(header, rows), madeAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
