package io.yieldline.explain;

import io.yieldline.Ratio;
import io.yieldline.explain.Explanation.Count;
import io.yieldline.explain.Explanation.Quotient;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartColumn;
import io.yieldline.mart.MartRatio;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Explains the numbers of marts. How a mart counts is read from its own file, so that a new mart explains itself. */
public final class Explain {
    private final Warehouse warehouse;
    private final Marts marts;

    /** For the numbers in a warehouse. */
    public Explain(Warehouse warehouse, Marts marts) {
        this.warehouse = warehouse;
        this.marts = marts;
    }

    /** Explains numbers of a mart, or of a view that is made of marts; keys as for {@link #explain}. */
    public Proof prove(String martOrView, Map<String, String> keys) {
        return ViewParts.VIEWS.contains(martOrView)
                ? warehouse.snapshot(session -> new ViewParts(martOrView).of(keys, session))
                : explain(martOrView, keys);
    }

    /**
     * Explains the cell of a mart, or the sum over several.
     *
     * @param mart the name of the mart
     * @param keys values of its keys as text, such as {@code day} and {@code 2025-04-15}; a key that is left out stands for all
     *     its values, an empty text for blank
     */
    public Explanation explain(String mart, Map<String, String> keys) {
        Lineage lineage = Lineage.of(marts.get(mart), marts);
        return warehouse.snapshot(session -> explain(session, lineage, Cell.of(lineage.mart(), keys, session)));
    }

    private static Explanation explain(Session session, Lineage lineage, Cell cell) {
        Mart mart = lineage.mart();
        Listing listing = new Listing(session);
        RecordsWithSightings listed =
                RecordsWithSightings.of(listing.table(new Evidence(lineage, cell).listed()), listing);
        Table records = listed.records();
        Table leftOut = new LeftOut(lineage, cell, listing).table(listed);
        List<Count> counts = counts(session, lineage, cell, records);
        return new Explanation(
                mart.name(),
                mart.title(),
                mart.grain(),
                cell.chosen(),
                lineage.records().conditions(),
                counts,
                mart.ratios().stream().map(ratio -> quotient(ratio, counts)).toList(),
                records,
                leftOut,
                notes(lineage, counts));
    }

    private static List<Count> counts(Session session, Lineage lineage, Cell cell, Table records) {
        List<String> names = lineage.countNames();
        String sums = names.stream()
                .map(name -> "cast(coalesce(sum(" + name + "), 0) as bigint)")
                .collect(Collectors.joining(", "));
        Fragment shown = Fragment.format(
                "select " + sums + " from " + lineage.mart().name() + " where {}", cell.condition(key -> key));
        List<@Nullable Object> row =
                session.table(shown.sql(), shown.parameters()).rows().get(0);
        List<Count> counts = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            MartColumn column = lineage.mart().column(names.get(i));
            counts.add(new Count(
                    column.name(),
                    column.meaning(),
                    lineage.counts().item(column.name()).expression(),
                    number(row.get(i)),
                    sum(records, column.name())));
        }
        return counts;
    }

    private static Quotient quotient(MartRatio ratio, List<Count> counts) {
        Map<String, Long> listed = counts.stream().collect(Collectors.toMap(Count::name, Count::listed));
        Ratio value = ratio.of(count -> listed.getOrDefault(count, 0L));
        return new Quotient(
                ratio.name(),
                ratio.meaning(),
                ratio.formula(),
                value.numerator(),
                value.denominator(),
                value.percent(2).orElse(null));
    }

    private static List<String> notes(Lineage lineage, List<Count> counts) {
        List<String> notes = new ArrayList<>();
        if (lineage.units() != null) {
            notes.add("Units are counted: what a unit adds stands with its first record.");
        }
        if (counts.stream().anyMatch(count -> count.shown() != count.listed())) {
            notes.add("Records changed since the mart was made, so that they do not add up to it; run aggregate.");
        }
        return notes;
    }

    private static long sum(Table records, String column) {
        int place = records.columns().indexOf(column);
        return records.rows().stream().mapToLong(row -> number(row.get(place))).sum();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
