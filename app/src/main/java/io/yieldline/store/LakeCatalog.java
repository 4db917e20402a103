package io.yieldline.store;

import io.yieldline.feed.Column;
import io.yieldline.feed.Feed;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartColumn;
import io.yieldline.mart.MartRatio;
import io.yieldline.mart.Marts;
import io.yieldline.mart.View;
import io.yieldline.mart.Views;
import io.yieldline.warehouse.BulkColumn;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the lake holds, for people and programs: {@code catalog.json}.
 *
 * @param snapshot the name of the snapshot
 * @param takenAt its moment in the database, in plant time
 * @param functions functions that the views call, as statements of DuckDB
 */
public record LakeCatalog(
        String snapshot, LocalDateTime takenAt, String plant, String program, String functions, List<Entry> tables) {

    /** That of a snapshot. */
    static LakeCatalog of(Snapshot snapshot, Marts marts) {
        Manifest manifest = snapshot.manifest();
        Words words = new Words(marts);
        Stream<Entry> tables = manifest.tables().stream().map(table -> words.entry(table));
        Stream<Entry> views = Views.all().stream()
                .filter(view -> !view.name().contains("."))
                .map(view -> Entry.of(view, view.select(marts.feeds())));
        return new LakeCatalog(
                snapshot.name(),
                manifest.takenAt(),
                manifest.plant(),
                manifest.program(),
                Views.duckDbFunctions(),
                Stream.concat(tables, views).toList());
    }

    /**
     * A table or view.
     *
     * @param kind mart, units, log, history, rules, table or view
     * @param title what it shows
     * @param grain what a row is; empty if the title says so
     * @param files its files as a pattern below the folder of the lake; null for a view
     * @param sql the SELECT of a view over the other tables, in DuckDB; null for a table
     */
    public record Entry(
            String name,
            String kind,
            String title,
            String grain,
            @Nullable Long rows,
            @Nullable String files,
            List<Meaning> columns,
            List<MartRatio> ratios,
            @Nullable String sql) {
        private static Entry of(View view, String sql) {
            List<Meaning> columns = view.columns().stream()
                    .map(column -> new Meaning(column.name(), column.type(), column.meaning()))
                    .toList();
            return new Entry(view.name(), "view", view.about(), "", null, null, columns, List.of(), sql);
        }
    }

    /**
     * A column.
     *
     * @param type its SQL type
     * @param meaning what it says, with its unit; empty if its name does
     */
    public record Meaning(String name, String type, String meaning) {}

    /** What the definitions of marts and feeds say of tables and columns. */
    private record Words(Marts marts) {
        private static final Map<String, String> OWN = Map.of(
                "identity", "key of the event: the same event in several exports has the same",
                "content", "hash of the values: the same event with another content is a revision",
                "export_id", "the export it came from, a row of table export",
                "row_number", "its row in that export",
                "day", "plant day of the end",
                "week", "ISO week of the day",
                "output_day", "plant day of the end by the rolled hour of packing");

        Entry entry(StoredTable table) {
            Optional<Mart> mart = marts.table(table.table());
            return new Entry(
                    table.table(),
                    kind(table.table(), mart),
                    mart.map(Mart::title).orElseGet(() -> title(table.table())),
                    mart.map(Mart::grain).orElse(""),
                    table.rows(),
                    table.table() + (table.level().isEmpty() ? "/*.parquet" : "/*/*.parquet"),
                    table.columns().stream()
                            .map(column -> meaning(column, table.table(), mart))
                            .toList(),
                    mart.map(Mart::ratios).orElse(List.of()),
                    null);
        }

        private String kind(String table, Optional<Mart> mart) {
            if (mart.isPresent()) {
                return marts.units().contains(mart.get()) ? "units" : "mart";
            }
            if (table.startsWith("rule_")) {
                return "rules";
            }
            return feed(table)
                    .map(feed -> feed.history().equals(table) ? "history" : "log")
                    .orElse("table");
        }

        private String title(String table) {
            return feed(table)
                    .map(feed -> feed.history().equals(table)
                            ? feed.title() + ": versions that a newer export replaced"
                            : feed.title() + ": the records as they are")
                    .orElseGet(() -> switch (table) {
                        case "export" -> "Every export that was loaded or parked";
                        case "sighting" -> "Further rows of exports that hold a record that was known";
                        case "rejected_row" -> "Rows that could not be loaded, each with its reason";
                        default -> "The rules in force";
                    });
        }

        private Meaning meaning(BulkColumn column, String table, Optional<Mart> mart) {
            String says = mart.flatMap(known -> known.columns().stream()
                            .filter(each -> each.name().equals(column.name()))
                            .map(MartColumn::meaning)
                            .findFirst())
                    .orElseGet(() -> feed(table)
                            .flatMap(feed -> exported(feed, column.name()))
                            .orElse(OWN.getOrDefault(column.name(), "")));
            return new Meaning(column.name(), column.type().sql().replace("${text}", "text"), says);
        }

        private static Optional<String> exported(Feed feed, String column) {
            Map<String, String> headers = new HashMap<>();
            feed.columns().stream()
                    .filter(Column::stored)
                    .forEach(each -> headers.put(each.name(), "column \"" + each.header() + "\" of the export"));
            return Optional.ofNullable(headers.get(column));
        }

        private Optional<Feed> feed(String table) {
            return marts.feeds().all().stream()
                    .filter(feed ->
                            feed.masterLog().equals(table) || feed.history().equals(table))
                    .findFirst();
        }
    }
}
