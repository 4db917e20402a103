package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.feed.Feeds;
import io.yieldline.ingest.ExportName;
import io.yieldline.report.Grid.Cell;
import io.yieldline.warehouse.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The section on loaded exports.
 *
 * @param exports exports since the last report of the same kind; for a first report the exports of its records
 * @param since time of the last report; null for a first report
 */
record ImportSection(List<Export> exports, @Nullable LocalDateTime since, List<Freshness> freshness) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final int LISTED = 20;

    private static final String COLUMNS =
            "select id, coalesce(feed, '(unknown)'), file_name, status, coalesce(dismissed_because, reason), row_count, new_count, duplicate_count,"
                    + " revised_count, coalesce(outdated_count, 0), rejected_count from export where ";

    static ImportSection of(Session session, Feeds feeds, Period period, Optional<Issue> last) {
        List<Export> exports = last.isPresent()
                ? session.query(
                        COLUMNS + "id > ? order by id",
                        ImportSection::export,
                        last.get().export())
                : session.query(
                        COLUMNS + "id in (" + sources(feeds) + ") order by id",
                        ImportSection::export,
                        feeds.all().stream()
                                .flatMap(feed -> Stream.of(period.from(), period.to()))
                                .toArray());
        List<Freshness> freshness = feeds.all().stream()
                .map(feed -> session.first(
                                "select max(ended_at) from " + feed.masterLog(),
                                row -> new Freshness(feed.name(), row.getObject(1, LocalDateTime.class)))
                        .orElseThrow())
                .toList();
        return new ImportSection(exports, last.map(Issue::madeAt).orElse(null), freshness);
    }

    private static String sources(Feeds feeds) {
        return feeds.all().stream()
                .map(feed -> "select export_id from " + feed.masterLog() + " where day between ? and ?")
                .collect(Collectors.joining(" union "));
    }

    /** A time to the minute. */
    static String minute(LocalDateTime time) {
        return MINUTE.format(time);
    }

    Section section() {
        LocalDateTime time = since;
        String which = time == null
                ? "This is the first report of its kind; it lists the exports of its records."
                : "Exports loaded after the last report, " + minute(time) + ".";
        return new Section(
                "Loaded", List.of(which), List.of(), exports.isEmpty() ? List.of(feeds()) : List.of(feeds(), files()));
    }

    private Grid feeds() {
        List<List<Cell>> rows = freshness.stream().map(this::row).toList();
        List<Grid.Column> columns = new ArrayList<>(List.of(text("feed"), number("exports")));
        columns.addAll(counts());
        columns.add(text("data until"));
        return new Grid("", columns, rows, "The plant has no feeds.");
    }

    private List<Cell> row(Freshness feed) {
        List<Export> loaded = exports.stream()
                .filter(export -> export.feed().equals(feed.feed()) && export.loaded())
                .toList();
        List<Cell> row = new ArrayList<>(List.of(Cell.of(feed.feed()), Cell.of(loaded.size())));
        row.addAll(counts(loaded));
        LocalDateTime until = feed.until();
        row.add(until == null ? Cell.of("no records", Emphasis.QUIET) : Cell.of("until " + minute(until)));
        return row;
    }

    private Grid files() {
        List<List<Cell>> rows = new ArrayList<>();
        exports.stream().limit(LISTED).forEach(export -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(export.id()), Cell.of(export.file())));
            row.addAll(counts(List.of(export)));
            row.add(export.outcome());
            rows.add(row);
        });
        List<Grid.Column> columns = new ArrayList<>(List.of(number("export"), text("file")));
        columns.addAll(counts());
        columns.add(text(exports.size() > LISTED ? "and " + (exports.size() - LISTED) + " more" : ""));
        return new Grid("", columns, rows, "");
    }

    private static List<Grid.Column> counts() {
        return List.of(
                number("rows"),
                number("new"),
                number("duplicate"),
                number("revised"),
                number("outdated"),
                number("rejected"));
    }

    private static List<Cell> counts(List<Export> exports) {
        long rejected = exports.stream().mapToLong(Export::rejected).sum();
        return List.of(
                Cell.of(exports.stream().mapToLong(Export::rows).sum()),
                Cell.of(exports.stream().mapToLong(Export::added).sum()),
                Cell.of(exports.stream().mapToLong(Export::duplicate).sum()),
                Cell.of(exports.stream().mapToLong(Export::revised).sum()),
                Cell.of(exports.stream().mapToLong(Export::outdated).sum()),
                rejected == 0 ? Cell.of(0) : Cell.of(String.valueOf(rejected), Emphasis.BAD));
    }

    private static Export export(ResultSet row) throws SQLException {
        return new Export(
                row.getLong(1),
                row.getString(2),
                ExportName.fileName(row.getString(3)),
                row.getString(4),
                Objects.requireNonNullElse(row.getString(5), ""),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11));
    }

    /** An export in the ledger. */
    record Export(
            long id,
            String feed,
            String file,
            String status,
            String reason,
            long rows,
            long added,
            long duplicate,
            long revised,
            long outdated,
            long rejected) {
        boolean loaded() {
            return status.equals("loaded");
        }

        private Cell outcome() {
            return switch (status) {
                case "loaded" -> Cell.of("");
                case "dismissed" -> Cell.of("dismissed: " + reason, Emphasis.QUIET);
                default -> Cell.of("PARKED: " + reason, Emphasis.BAD);
            };
        }
    }

    /**
     * The latest record of a feed.
     *
     * @param until latest end time, in plant time; null without records
     */
    record Freshness(String feed, @Nullable LocalDateTime until) {}
}
