package io.yieldline.report;

import io.yieldline.report.Grid.Cell;
import io.yieldline.warehouse.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The answer to a question as a page: its first rows. */
public final class TablePage {
    private TablePage() {}

    /**
     * The page for an email.
     *
     * @param title what was asked
     * @param note how many rows there are, and from when
     * @param most how many rows it shows at most
     * @param words how a value is written
     */
    public static MailedPage mailed(
            String plant, String title, String note, Table table, int most, Function<@Nullable Object, String> words) {
        Grid grid = new Grid("", columns(table), rows(table, most, words), "No rows.");
        return MailedPage.of(new ReportPage(
                plant,
                "Query",
                title,
                List.of(),
                List.of(),
                List.of(new Section("Answer", note, grid)),
                "Made by Yieldline."));
    }

    private static List<Grid.Column> columns(Table table) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> isNumber(table, i)
                        ? Grid.Column.number(table.columns().get(i))
                        : Grid.Column.text(table.columns().get(i)))
                .toList();
    }

    private static boolean isNumber(Table table, int column) {
        return table.rows().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .findFirst()
                .filter(Number.class::isInstance)
                .isPresent();
    }

    private static List<List<Cell>> rows(Table table, int most, Function<@Nullable Object, String> words) {
        return table.rows().stream()
                .limit(most)
                .map(row ->
                        row.stream().map(value -> Cell.of(words.apply(value))).toList())
                .toList();
    }
}
