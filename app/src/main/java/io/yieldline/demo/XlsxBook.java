package io.yieldline.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a sheet as {@code .xlsx}. The library writes the current time into it, so the timestamps are replaced. */
final class XlsxBook {
    private static final String PROPERTIES = "docProps/core.xml";
    private static final String STAMP = "(<dcterms:created[^>]*>)[^<]*";

    private XlsxBook() {}

    static byte[] of(Sheet sheet, Instant madeAt) {
        try {
            Path draft = Files.createTempFile("yieldline-demo", ".xlsx");
            try {
                write(sheet, draft);
                return stamped(draft, madeAt);
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Sheet sheet, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft);
                Workbook book = new Workbook(out, "portal", null)) {
            fill(book.newWorksheet("Worksheet"), sheet);
        }
    }

    private static void fill(Worksheet target, Sheet sheet) {
        fill(target, 0, sheet.header());
        for (int row = 0; row < sheet.rows().size(); row++) {
            fill(target, row + 1, sheet.rows().get(row));
        }
    }

    private static void fill(Worksheet target, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            if (Sheet.isNumber(text)) {
                target.value(row, column, Long.parseLong(text));
            } else if (!text.isEmpty()) {
                target.value(row, column, text);
            }
        }
    }

    /** From a file, because the archives of the library cannot be read as a stream. */
    private static byte[] stamped(Path draft, Instant madeAt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(draft.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(entry(entry.getName(), madeAt));
                out.write(content(entry.getName(), in.getInputStream(entry).readAllBytes(), madeAt));
            }
        }
        return bytes.toByteArray();
    }

    private static ZipEntry entry(String name, Instant madeAt) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC));
        return entry;
    }

    private static byte[] content(String name, byte[] bytes, Instant madeAt) {
        if (!name.equals(PROPERTIES)) {
            return bytes;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.replaceFirst(STAMP, "$1" + madeAt).getBytes(StandardCharsets.UTF_8);
    }
}
