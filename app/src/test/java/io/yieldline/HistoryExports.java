package io.yieldline;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.yieldline.feed.Column;
import io.yieldline.feed.ColumnType;
import io.yieldline.feed.Feed;
import io.yieldline.feed.Feeds;
import io.yieldline.feed.HeaderMatch;
import io.yieldline.source.Row;
import io.yieldline.source.RowReader;
import io.yieldline.source.Source;
import io.yieldline.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a long history out of the exports of a quarter: copies of them as CSV, each 13 weeks earlier, so that weekdays stay what they
 * are, and with a prefix before serial numbers, so that units are different ones. Run by {@code benchmarks/history}; never part of
 * the build.
 */
public final class HistoryExports {
    private static final ZoneId PLANT = ZoneId.of("America/New_York");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter DAY_IN_NAME = DateTimeFormatter.ofPattern("MM_dd_yyyy");
    private static final Pattern NAMED_DAY = Pattern.compile("\\d\\d_\\d\\d_\\d{4}");
    private static final int WEEKS = 13;

    private final int copy;
    private long rows;

    private HistoryExports(int copy) {
        this.copy = copy;
    }

    /** Arguments: number of the first copy, number of the last, the folder for them, then folders of exports. */
    public static void main(String[] arguments) throws IOException, SourceException {
        List<Path> exports = exports(List.of(arguments).subList(3, arguments.length));
        for (int copy = Integer.parseInt(arguments[0]); copy <= Integer.parseInt(arguments[1]); copy++) {
            HistoryExports history = new HistoryExports(copy);
            Path folder = Files.createDirectories(Path.of(arguments[2], String.format("copy-%03d", copy)));
            for (Path export : exports) {
                history.copy(export, folder);
            }
            System.out.printf("%s: %d exports, %,d rows%n", folder.getFileName(), exports.size(), history.rows);
        }
    }

    private static List<Path> exports(List<String> folders) throws IOException {
        List<Path> exports = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().matches(".*\\.(xlsx?|csv)"))
                        .sorted()
                        .forEach(exports::add);
            }
        }
        return exports;
    }

    private void copy(Path export, Path folder) throws IOException, SourceException {
        Path file = folder.resolve(name(export.getFileName().toString()));
        try (RowReader reader = Source.open(export);
                CsvWriter csv = CsvWriter.builder().build(file)) {
            Row header = reader.next();
            HeaderMatch match = Feeds.builtIn().match(header.texts());
            csv.writeRecord(header.texts());
            for (Row row = reader.next(); row != null; row = reader.next(), rows++) {
                csv.writeRecord(moved(row, match, header.size()));
            }
        }
    }

    /** The name of an export with its days as early as its records. */
    private String name(String name) {
        return NAMED_DAY
                        .matcher(name.replaceFirst("\\.[^.]*$", ""))
                        .replaceAll(day -> DAY_IN_NAME.format(
                                LocalDate.parse(day.group(), DAY_IN_NAME).minusWeeks((long) WEEKS * copy)))
                + ".csv";
    }

    private List<@Nullable String> moved(Row row, HeaderMatch match, int size) {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            cells.add(row.raw(i));
        }
        List<Column> columns = match.feed().columns();
        for (int i = 0; i < columns.size(); i++) {
            int place = match.positions().get(i);
            if (place >= 0 && row.text(place) != null) {
                cells.set(place, moved(row.raw(place), columns.get(i), match.feed()));
            }
        }
        return cells;
    }

    private @Nullable String moved(@Nullable String cell, Column column, Feed feed) {
        if (cell == null) {
            return null;
        }
        if (column.name().endsWith("serial_number")) {
            return String.format("H%03d", copy) + cell;
        }
        return column.type() == ColumnType.TIMESTAMP && cell.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d")
                ? TIME.format(earlier(LocalDateTime.parse(cell, TIME), feed))
                : cell;
    }

    /** The same time of the day in the plant, whatever the clocks of plant and feed did since. */
    private LocalDateTime earlier(LocalDateTime time, Feed feed) {
        ZoneId zone = Optional.ofNullable(feed.zone()).orElse(PLANT);
        return time.atZone(zone)
                .withZoneSameInstant(PLANT)
                .minusWeeks((long) WEEKS * copy)
                .withZoneSameInstant(zone)
                .toLocalDateTime();
    }
}
