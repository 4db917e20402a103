package io.yieldline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
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

    /** The same, changed later: with a modified time, as the document has it. */
    public static Path xlsx(Path file, Instant madeAt, String modified, List<String> header, List<List<String>> rows) {
        try (FileSystem zip = FileSystems.newFileSystem(xlsx(file, madeAt, header, rows))) {
            Path properties = zip.getPath("docProps/core.xml");
            Files.writeString(
                    properties,
                    Files.readString(properties)
                            .replaceFirst(
                                    "(</(?:\\w+:)?coreProperties>)",
                                    "<dcterms:modified>" + modified + "</dcterms:modified>$1"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
