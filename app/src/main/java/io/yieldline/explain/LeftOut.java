package io.yieldline.explain;

import io.yieldline.explain.Lineage.Units;
import io.yieldline.mart.MartRatio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows with the keys of a cell that are not counted in it, each with the reason. */
final class LeftOut {
    private static final List<String> OTHER = List.of("other_export", "other_row");

    private final Lineage lineage;
    private final Cell cell;
    private final Listing listing;
    private final Evidence evidence;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    LeftOut(Lineage lineage, Cell cell, Listing listing) {
        this.lineage = lineage;
        this.cell = cell;
        this.listing = listing;
        this.evidence = new Evidence(lineage, cell);
    }

    /** All rows left out, sightings of the counted records, and records that are in no ratio. */
    List<List<@Nullable Object>> rows(RecordsWithSightings listed) {
        outOfScope();
        elsewhere();
        replaced();
        listed.seenAgain().forEach(seen -> rows.add(seen.leftOut()));
        unjudged(listed.records());
        listing.rejected(lineage, cell).forEach(row -> rows.add(rejected(row)));
        return rows;
    }

    /** The columns of these rows. */
    static List<String> columns(Lineage lineage) {
        return Stream.of(List.of("reason"), lineage.shownColumns(), RowPlace.COLUMNS)
                .flatMap(List::stream)
                .toList();
    }

    /** Records that do not meet a condition of the SELECT. */
    private void outOfScope() {
        List<String> conditions = lineage.records().conditions();
        if (conditions.isEmpty()) {
            return;
        }
        String failed = IntStream.range(0, conditions.size())
                .mapToObj(i -> "case when " + conditions.get(i) + " then 0 else 1 end as failed_" + i)
                .collect(Collectors.joining(", "));
        Fragment records = Fragment.format(
                "select " + onRecord() + ", " + failed + ", case when " + lineage.log()
                        + ".excluded then 1 else 0 end as failed_" + conditions.size() + " from "
                        + lineage.records().from() + " where (" + String.join(" and ", conditions)
                        + ") is not true and {}",
                cell.condition(lineage.onRecord()));
        List<String> flags = IntStream.rangeClosed(0, conditions.size())
                .mapToObj(i -> "failed_" + i)
                .toList();
        add(records, flags, row -> failed(conditions, row.more()));
    }

    /** An excluded serial number is reason enough; it also takes a record out of the production scope. */
    private static String failed(List<String> conditions, List<@Nullable Object> flags) {
        if (Long.valueOf(1).equals(flags.get(conditions.size()))) {
            return Reason.EXCLUDED;
        }
        return IntStream.range(0, conditions.size())
                .filter(i -> Long.valueOf(1).equals(flags.get(i)))
                .mapToObj(i -> Reason.of(conditions.get(i)))
                .collect(Collectors.joining("; "));
    }

    /** Units with a record here that are counted in another cell, each once. */
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
        // The requested keys are those of the unit, not of its records.
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
        add(records, List.of(), row -> "its unit counts in " + partition + " " + lineage.shown(row, partition));
    }

    /** Versions replaced by a newer export, or by a greater one of the same time. */
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
        add(records, OTHER, row -> "replaced by " + listing.place(row.more()));
    }

    /** Records that count in totals, but in no denominator of a ratio. */
    private void unjudged(List<ListedRow> records) {
        List<ToLongFunction<ListedRow>> denominators = lineage.mart().ratios().stream()
                .flatMap(ratio -> ratio.denominator().stream())
                .map(lineage::adds)
                .toList();
        if (lineage.units() != null || denominators.isEmpty()) {
            return;
        }
        String first = lineage.mart().firstCount();
        String ratios = lineage.mart().ratios().stream().map(MartRatio::name).collect(Collectors.joining(", "));
        records.stream()
                .filter(row -> denominators.stream().allMatch(adds -> adds.applyAsLong(row) == 0))
                .forEach(row -> rows.add(row.because("unjudged: counted in " + first + ", not in " + ratios)));
    }

    private void add(Fragment records, List<String> more, Function<ListedRow, String> reason) {
        Fragment listed = Fragment.format(
                "select " + evidence.columns(more) + " from ({}) y order by ended_at, export_id, row_number", records);
        listing.rows(listed).forEach(row -> rows.add(row.because(reason.apply(row))));
    }

    private String onRecord() {
        return Evidence.named(lineage.mart().key(), lineage.onRecord()) + ", " + evidence.ofLog(evidence.logColumns());
    }

    private List<@Nullable Object> rejected(RejectedRows.Rejected rejected) {
        List<@Nullable Object> blank =
                Collections.nCopies(lineage.shownColumns().size(), null);
        return new ListedRow(blank, rejected.place(), List.of()).because(rejected.reason());
    }
}
