package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yieldline.source.SourceException.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small files and reads them back. */
final class Exports {
    private Exports() {}

    static Path text(Path folder, String name, String content) {
        return text(folder, name, content, StandardCharsets.UTF_8);
    }

    static Path text(Path folder, String name, String content, Charset charset) {
        return bytes(folder, name, content.getBytes(charset));
    }

    static Path bytes(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all tables. */
    static List<Row> rows(Path file) throws SourceException {
        return tables(file).values().stream().flatMap(List::stream).toList();
    }

    /** The rows of each table. */
    static Map<String, List<Row>> tables(Path file) throws SourceException {
        try (RowReader reader = Source.open(file)) {
            Map<String, List<Row>> tables = new LinkedHashMap<>();
            do {
                List<Row> rows = tables.computeIfAbsent(reader.table(), table -> new ArrayList<>());
                for (Row row = reader.next(); row != null; row = reader.next()) {
                    rows.add(row);
                }
            } while (reader.nextTable());
            return tables;
        }
    }

    /** Each cell of a row as text, a blank as null. */
    static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            texts.add(row.text(column));
        }
        return texts;
    }

    static List<List<String>> texts(Path file) throws SourceException {
        return rows(file).stream().map(Exports::texts).toList();
    }

    static List<Row.Kind> kinds(Row row) {
        List<Row.Kind> kinds = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            kinds.add(row.kind(column));
        }
        return kinds;
    }

    static void assertRefused(Path file, Fault fault, String message) {
        SourceException refusal = catchThrowableOfType(SourceException.class, () -> rows(file));
        assertThat(refusal).as("refusal of " + file.getFileName()).isNotNull();
        assertThat(refusal.fault() + ": " + refusal.getMessage()).isEqualTo(fault + ": " + message);
    }
}
