package io.yieldline.explain;

import io.yieldline.explain.Lineage.Units;
import io.yieldline.mart.MartRatio;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has the keys of a cell and is not counted in it, each row with its reason. */
final class LeftOut {
    private static final List<String> OTHER = List.of("other_export", "other_row");

    private final Lineage lineage;
    private final Cell cell;
    private final Listing listing;
    private final Evidence evidence;
    private final int width;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    LeftOut(Lineage lineage, Cell cell, Listing listing) {
        this.lineage = lineage;
        this.cell = cell;
        this.listing = listing;
        this.evidence = new Evidence(lineage, cell);
        this.width = columns().size() - 1;
    }

    /** Everything that was left out; of the counted records where else they were seen, and those that are in no ratio. */
    Table table(RecordsWithSightings listed) {
        outOfScope();
        elsewhere();
        replaced();
        listed.seenAgain()
                .forEach(seen -> rows.add(row(seen.reason(), seen.values().subList(0, width))));
        unjudged(listed.records());
        listing.rejected(lineage, cell).forEach(row -> rows.add(rejected(row)));
        return new Table(columns(), rows);
    }

    private List<String> columns() {
        return Stream.of(List.of("reason"), lineage.mart().key(), lineage.shown(), List.of("export", "file", "row"))
                .flatMap(List::stream)
                .toList();
    }

    /** Records that one of the SELECT's conditions keeps out. */
    private void outOfScope() {
        List<String> conditions = lineage.records().conditions();
        if (conditions.isEmpty()) {
            return;
        }
        String failed = IntStream.range(0, conditions.size())
                .mapToObj(i -> "case when " + conditions.get(i) + " then 0 else 1 end as failed_" + i)
                .collect(Collectors.joining(", "));
        Fragment records = Fragment.format(
                "select " + onRecord() + ", " + failed + " from "
                        + lineage.records().from() + " where (" + String.join(" and ", conditions)
                        + ") is not true and {}",
                cell.condition(lineage.onRecord()));
        List<String> flags = IntStream.range(0, conditions.size())
                .mapToObj(i -> "failed_" + i)
                .toList();
        add(records, flags, row -> failed(conditions, row.subList(width, row.size())));
    }

    private static String failed(List<String> conditions, List<@Nullable Object> flags) {
        return IntStream.range(0, conditions.size())
                .filter(i -> Long.valueOf(1).equals(flags.get(i)))
                .mapToObj(i -> Reason.of(conditions.get(i)))
                .collect(Collectors.joining("; "));
    }

    /** Units with a record here whose facts put them into another cell, each once. */
    private void elsewhere() {
        Units units = lineage.units();
        if (units == null || units.table() == null) {
            return;
        }
        String partition = lineage.mart().partition().column();
        Fragment placed = evidence.placed(units, cell.condition(lineage.onRecord()));
        List<String> own = lineage.mart().key().stream()
                .filter(key -> !units.key().contains(key))
                .toList();
        // The keys that a unit has, not its records, are those of the cell that was asked for.
        Fragment records = Fragment.format(
                "select " + Evidence.named(units.key(), name -> "r." + name)
                        + own.stream().map(name -> ", u." + name).collect(Collectors.joining())
                        + evidence.logColumns().stream()
                                .filter(name -> !units.key().contains(name))
                                .map(name -> ", r." + name)
                                .collect(Collectors.joining())
                        + " from ({}) r join " + units.table() + " u on " + Evidence.same(units, "r", "u")
                        + " where r.place = 1 and ({}) is not true",
                placed,
                cell.condition(name -> "u." + lineage.onCounted().apply(name)));
        int place = lineage.mart().key().indexOf(partition);
        add(records, List.of(), row -> "its unit counts in " + partition + " " + row.get(place));
    }

    /** Versions that a newer export, or a greater one of the same time, has replaced. */
    private void replaced() {
        String log = lineage.feed().masterLog();
        String from = lineage.records()
                .from()
                .replaceFirst("\\b" + log + "\\b", lineage.feed().history());
        String alias = lineage.log().equals(log) ? lineage.feed().history() : lineage.log();
        Fragment versions = Fragment.format(
                "select " + Evidence.named(lineage.mart().key(), lineage.onRecord()) + ", "
                        + Evidence.named(evidence.logColumns(), name -> alias + "." + name)
                        + " from " + from + " where {}",
                cell.condition(lineage.onRecord()));
        Fragment records = Fragment.format(
                "select v.*, m.export_id as other_export, m.row_number as other_row from ({}) v join " + log
                        + " m on m.identity = v.identity",
                versions);
        add(records, OTHER, row -> "replaced by export " + row.get(width) + ", row " + row.get(width + 1));
    }

    /** Records that add to counts, and to no denominator of the mart's ratios. */
    private void unjudged(Table records) {
        List<String> denominators = lineage.mart().ratios().stream()
                .flatMap(ratio -> ratio.denominator().stream())
                .toList();
        if (lineage.units() != null || denominators.isEmpty()) {
            return;
        }
        String first = lineage.mart().firstCount();
        String ratios = lineage.mart().ratios().stream().map(MartRatio::name).collect(Collectors.joining(", "));
        records.rows().stream()
                .filter(row -> denominators.stream()
                        .allMatch(name ->
                                Long.valueOf(0).equals(row.get(records.columns().indexOf(name)))))
                .forEach(row -> rows.add(row("unjudged: in " + first + ", in no " + ratios, row.subList(0, width))));
    }

    private void add(Fragment records, List<String> more, Function<List<@Nullable Object>, String> reason) {
        Fragment listed = Fragment.format(
                "select " + evidence.columns(more) + " from ({}) y order by ended_at, export_id, row_number", records);
        listing.table(listed).rows().forEach(row -> rows.add(row(reason.apply(row), row.subList(0, width))));
    }

    private String onRecord() {
        return Evidence.named(lineage.mart().key(), lineage.onRecord()) + ", " + evidence.ofLog(evidence.logColumns());
    }

    private static List<@Nullable Object> row(String reason, List<@Nullable Object> values) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(reason);
        row.addAll(values);
        return row;
    }

    private List<@Nullable Object> rejected(RejectedRows.Rejected rejected) {
        List<@Nullable Object> row = new ArrayList<>(Collections.nCopies(width - 2, null));
        row.set(0, rejected.reason());
        row.add(rejected.export());
        row.add(rejected.file());
        row.add(rejected.row());
        return row;
    }
}
