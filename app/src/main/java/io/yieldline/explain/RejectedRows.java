package io.yieldline.explain;

import io.yieldline.feed.Column;
import io.yieldline.feed.Rejection;
import io.yieldline.mart.Scope;
import io.yieldline.warehouse.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rejected rows that may belong to a cell. Their columns are not reliable, so a row matches if its cells contain all
 * texts of the cell, its dates (if any) are near the days of the cell, and its export covers these days.
 */
final class RejectedRows {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}( .*)?");
    private static final String ROWS = """
            select r.export_id, e.file_name, r.row_number, r.column_name, r.value, r.reason, r.cells,
                e.first_day, e.last_day
            from rejected_row r
            join export e on e.id = r.export_id
            where e.status = 'loaded' and e.feed = ?
            order by r.export_id, r.row_number""";

    private final Lineage lineage;
    private final Cell cell;
    private final JsonMapper json = new JsonMapper();

    RejectedRows(Lineage lineage, Cell cell) {
        this.lineage = lineage;
        this.cell = cell;
    }

    List<Rejected> find(Session session) {
        return session.query(ROWS, this::rejected, lineage.feed().name()).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Rejected> rejected(ResultSet row) throws SQLException {
        @Nullable String[] cells = json.readValue(row.getString(7), String[].class);
        String header = row.getString(4);
        List<LocalDate> span = days(new @Nullable String[] {row.getString(8), row.getString(9)});
        if (!holdsTexts(cells, header) || !near(days(cells)) || !touches(span)) {
            return Optional.empty();
        }
        return Optional.of(new Rejected(
                "rejected: " + Rejection.message(header, row.getString(5), row.getString(6)),
                new RowPlace(row.getLong(1), row.getString(2), row.getLong(3))));
    }

    /** A key that is the wrong column itself, or that is derived, cannot be searched for. */
    private boolean holdsTexts(@Nullable String[] cells, String wrong) {
        return cell.chosen().entrySet().stream()
                .filter(key -> !key.getValue().isEmpty())
                .filter(key -> lineage.feed()
                        .column(key.getKey())
                        .map(Column::header)
                        .filter(header -> !header.equals(wrong))
                        .isPresent())
                .map(Map.Entry::getValue)
                .allMatch(value -> Arrays.stream(cells)
                        .anyMatch(text -> text != null && text.strip().equalsIgnoreCase(value)));
    }

    private static List<LocalDate> days(@Nullable String[] cells) {
        return Arrays.stream(cells).flatMap(text -> day(text).stream()).toList();
    }

    /** The day at the beginning of a text, if valid. */
    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return text == null || !DAY.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** One more day on either side, because the zone of the feed may differ from plant time. */
    private boolean near(List<LocalDate> days) {
        Optional<Scope.Range> wanted = cell.days();
        return days.isEmpty()
                || wanted.isEmpty()
                || days.stream()
                        .anyMatch(day -> !day.isBefore(wanted.get().from().minusDays(1))
                                && !day.isAfter(wanted.get().to().plusDays(1)));
    }

    /** Whether the days of an export overlap those of the cell. */
    private boolean touches(List<LocalDate> span) {
        Optional<Scope.Range> wanted = cell.days();
        return span.isEmpty()
                || wanted.isEmpty()
                || !span.get(0).isAfter(wanted.get().to())
                        && !span.get(1).isBefore(wanted.get().from());
    }

    /** A row that could not become a record. */
    record Rejected(String reason, RowPlace place) {}
}
