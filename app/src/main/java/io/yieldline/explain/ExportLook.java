package io.yieldline.explain;

import io.yieldline.Counted;
import io.yieldline.explain.Comparison.Fate;
import io.yieldline.explain.Comparison.Kind;
import io.yieldline.explain.DebugResult.Part;
import io.yieldline.feed.Column;
import io.yieldline.feed.Feeds;
import io.yieldline.ingest.Archive;
import io.yieldline.ingest.ExportRows;
import io.yieldline.plant.Plant;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at an export without loading it: what it would change, and which of its rows are of one event. */
public final class ExportLook {
    private static final List<String> EVENT = List.of("serial_number", "station", "started_at", "ended_at");

    private final Plant plant;
    private final Feeds feeds;
    private final Warehouse warehouse;

    /** Beside what a plant has loaded, by its feeds and rules. */
    public ExportLook(Plant plant, Feeds feeds, Warehouse warehouse) {
        this.plant = plant;
        this.feeds = feeds;
        this.warehouse = warehouse;
    }

    /** What the export would change: new, identical and revised records column by column, and known ones it lacks. */
    public DebugResult compare(Path file) {
        Comparison comparison = comparison(file);
        List<StoredRecord> vanished = comparison.vanished();
        return new DebugResult(
                summary(comparison) + ", " + Counted.of(vanished.size(), "known record") + " not in it" + loaded(file),
                true,
                List.of(
                        new Part("Columns that differ", differences(comparison)),
                        new Part("What would become of its rows", kinds(comparison)),
                        new Part(
                                "Known records between its first and last end time that it does not show",
                                vanished(comparison, vanished)),
                        new Part("Rejected rows", rejected(comparison.export()))));
    }

    /** The identity of every row, what would become of it, and which row it collides with. */
    public DebugResult dedup(Path file) {
        Comparison comparison = comparison(file);
        return new DebugResult(
                summary(comparison),
                true,
                List.of(
                        new Part("Rows and their events", rows(comparison)),
                        new Part("Rejected rows", rejected(comparison.export()))));
    }

    private Comparison comparison(Path file) {
        return Comparison.of(ExportRows.read(file, feeds, plant), warehouse);
    }

    /** That there is nothing to load, if so: an export is known by its bytes, whatever its name. */
    private String loaded(Path file) {
        return warehouse
                .read(session -> session.first(
                        "select id from export where sha256 = ? and status = 'loaded'",
                        row -> "; its bytes are loaded already, as export " + row.getLong(1) + ": ingest would skip it",
                        Archive.hash(file)))
                .orElse("");
    }

    private static String summary(Comparison comparison) {
        String kinds = Stream.of(Kind.values())
                .map(kind -> String.format(Locale.ROOT, "%,d %s", count(comparison, kind), kind.word()))
                .collect(Collectors.joining(", "));
        ExportRows export = comparison.export();
        return Counted.of(export.records().size() + export.rejections().size(), "row") + " of feed "
                + export.feed().name() + ": " + kinds + ", "
                + export.rejections().size() + " rejected";
    }

    private static long count(Comparison comparison, Kind kind) {
        return comparison.fates().stream().filter(fate -> fate.kind() == kind).count();
    }

    private static Table kinds(Comparison comparison) {
        return new Table(
                List.of("fate", "rows", "meaning"),
                Stream.of(Kind.values())
                        .map(kind -> List.<Object>of(kind.word(), count(comparison, kind), kind.meaning()))
                        .toList());
    }

    private static Table differences(Comparison comparison) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Fate fate : comparison.fates()) {
            StoredRecord known = fate.known();
            if (known != null && fate.kind() != Kind.REPEATED) {
                addDifferences(rows, comparison, fate, known);
            }
        }
        return new Table(
                List.of(
                        "fate",
                        "row",
                        "serial_number",
                        "station",
                        "ended_at",
                        "column",
                        "known",
                        "here",
                        "export",
                        "known_row"),
                rows);
    }

    private static void addDifferences(
            List<List<@Nullable Object>> rows, Comparison comparison, Fate fate, StoredRecord known) {
        List<Column> columns = comparison.feed().storedColumns();
        for (int i = 0; i < columns.size(); i++) {
            String here = text(fate.record().values()[i]);
            String there = text(known.values().get(i));
            if (!here.equals(there)) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(fate.kind().word());
                row.add((long) fate.record().rowNumber());
                row.addAll(event(
                        comparison,
                        Arrays.asList(fate.record().values()),
                        List.of("serial_number", "station", "ended_at")));
                row.addAll(List.of(columns.get(i).name(), there, here, known.export(), known.row()));
                rows.add(row);
            }
        }
    }

    private static Table vanished(Comparison comparison, List<StoredRecord> vanished) {
        return new Table(
                columns(EVENT, "export", "file", "row"),
                vanished.stream()
                        .map(known -> row(
                                event(comparison, known.values(), EVENT), known.export(), known.file(), known.row()))
                        .toList());
    }

    private static Table rows(Comparison comparison) {
        return new Table(
                List.of(
                        "row",
                        "serial_number",
                        "station",
                        "started_at",
                        "ended_at",
                        "identity",
                        "fate",
                        "collides_with"),
                comparison.fates().stream()
                        .map(fate -> {
                            List<@Nullable Object> row = new ArrayList<>();
                            row.add((long) fate.record().rowNumber());
                            row.addAll(event(
                                    comparison, Arrays.asList(fate.record().values()), EVENT));
                            row.addAll(List.of(
                                    fate.record().identity().toString(),
                                    fate.kind().word(),
                                    collision(fate)));
                            return row;
                        })
                        .toList());
    }

    private static String collision(Fate fate) {
        String twin = fate.kind() == Kind.REPEATED ? "row " + fate.standing().rowNumber() + " of this file" : "";
        StoredRecord known = fate.known();
        String there = known == null ? "" : "export " + known.export() + ", row " + known.row();
        return Stream.of(twin, there).filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    private static Table rejected(ExportRows export) {
        return new Table(
                List.of("row", "column", "value", "reason"),
                export.rejections().stream()
                        .map(rejection -> row(
                                List.of((long) rejection.rowNumber(), rejection.column()),
                                rejection.value(),
                                rejection.reason().text()))
                        .toList());
    }

    private static List<@Nullable Object> event(
            Comparison comparison, List<@Nullable Object> values, List<String> names) {
        List<String> columns =
                comparison.feed().storedColumns().stream().map(Column::name).toList();
        List<@Nullable Object> event = new ArrayList<>();
        names.forEach(name -> event.add(values.get(columns.indexOf(name))));
        return event;
    }

    private static List<@Nullable Object> row(List<@Nullable Object> first, @Nullable Object... more) {
        List<@Nullable Object> row = new ArrayList<>(first);
        row.addAll(Arrays.asList(more));
        return row;
    }

    private static List<String> columns(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    /** Whole numbers are wider in the database than in a record. */
    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
