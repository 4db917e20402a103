package io.yieldline.api;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.yieldline.feed.Column;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.source.CsvDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the serial number column of a list by its header, as feeds do; without a header every word is a serial number. */
final class SerialColumn {
    private final Set<String> names = new HashSet<>(Set.of("serial", "serialnumber"));

    SerialColumn(Feeds feeds) {
        feeds.all().stream()
                .flatMap(feed -> feed.column("serial_number").stream())
                .map(Column::headers)
                .forEach(headers -> headers.forEach(header -> names.add(HeaderMatch.key(header))));
    }

    /** The serial numbers. */
    Stream<String> words(String list) {
        requireText(list);
        String header = list.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char delimiter = CsvDelimiter.of(header);
        boolean named = Arrays.stream(header.split(Pattern.quote(String.valueOf(delimiter))))
                .anyMatch(this::isSerial);
        return named ? cells(list, delimiter).stream() : Stream.of(list.split("[\\s,;]+"));
    }

    private List<String> cells(String list, char delimiter) {
        if (list.chars().filter(each -> each == '"').count() % 2 != 0) {
            throw Problem.wrong("serials", "the list cannot be read as CSV; a quote is left open");
        }
        List<String> cells = new ArrayList<>();
        int column = -1;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(list)) {
            for (CsvRecord row : records) {
                if (column < 0) {
                    column = column(row.getFields());
                } else if (column < row.getFieldCount()) {
                    cells.add(row.getField(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    private int column(List<String> header) {
        List<String> found = header.stream().filter(this::isSerial).toList();
        if (found.size() != 1) {
            throw Problem.wrong(
                    "serials",
                    "columns "
                            + String.join(
                                    " and ",
                                    found.stream()
                                            .map(name -> "\"" + name.strip() + "\"")
                                            .toList()) + " are both serial numbers; remove one");
        }
        return header.indexOf(found.get(0));
    }

    private boolean isSerial(String header) {
        return names.contains(HeaderMatch.key(header));
    }

    private static void requireText(String list) {
        if (list.indexOf('\0') >= 0) {
            throw Problem.wrong("serials", "the list is not a text file; save it as CSV");
        }
    }
}
