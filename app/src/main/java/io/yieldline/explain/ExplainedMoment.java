package io.yieldline.explain;

import io.yieldline.Ratio;
import io.yieldline.explain.Explanation.Count;
import io.yieldline.explain.Explanation.Quotient;
import io.yieldline.mart.Mart;
import io.yieldline.mart.MartRatio;
import io.yieldline.mart.Marts;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains numbers in a moment of a plant: in its database, or in a snapshot of an earlier evening. */
public final class ExplainedMoment {
    private final Session session;
    private final Marts marts;
    private final @Nullable AsOf evening;

    /**
     * The moment that a session sees.
     *
     * @param evening the evening whose snapshot it reads; null for the database
     */
    public ExplainedMoment(Session session, Marts marts, @Nullable AsOf evening) {
        this.session = session;
        this.marts = marts;
        this.evening = evening;
    }

    /** Explains numbers of a mart, or of a view over marts; keys as for {@link #explain}. */
    public Proof prove(String martOrView, Map<String, String> keys) {
        return ViewParts.VIEWS.contains(martOrView)
                ? new ViewParts(martOrView, evening).of(keys, session)
                : explain(martOrView, keys);
    }

    /** Explains a cell of a mart, or the sum of several cells; see {@link Explain#explain}. */
    public Explanation explain(String mart, Map<String, String> keys) {
        List<Lineage> logs = Lineage.of(marts.get(mart), marts);
        return explain(logs, Cell.of(marts.get(mart), keys, session));
    }

    /** The rows of each log of the mart, one log after the other. */
    private Explanation explain(List<Lineage> logs, Cell cell) {
        Lineage lineage = logs.get(0);
        Mart mart = lineage.mart();
        Listing listing = new Listing(session);
        List<ListedRow> records = new ArrayList<>();
        List<List<@Nullable Object>> leftOut = new ArrayList<>();
        for (Lineage log : logs) {
            RecordsWithSightings listed =
                    RecordsWithSightings.of(listing.rows(new Evidence(log, cell).listed()), listing);
            records.addAll(listed.records());
            leftOut.addAll(new LeftOut(log, cell, listing).rows(listed));
        }
        List<Count> counts = counts(lineage, cell, records);
        return new Explanation(
                mart.name(),
                mart.title(),
                mart.grain(),
                cell.chosen(),
                scope(logs),
                counts,
                mart.ratios().stream().map(ratio -> quotient(ratio, counts)).toList(),
                table(lineage, records),
                new Table(LeftOut.columns(lineage), leftOut),
                notes(lineage, counts));
    }

    /** The conditions of the records; of several logs those of each, with its name. */
    private static List<String> scope(List<Lineage> logs) {
        return logs.stream()
                .flatMap(log -> log.records().conditions().stream()
                        .map(condition ->
                                logs.size() == 1 ? condition : log.feed().name() + ": " + condition))
                .toList();
    }

    private static Table table(Lineage lineage, List<ListedRow> records) {
        return new Table(
                Stream.of(lineage.shownColumns(), RowPlace.COLUMNS, lineage.countNames())
                        .flatMap(List::stream)
                        .toList(),
                records.stream().map(ListedRow::values).toList());
    }

    private List<Count> counts(Lineage lineage, Cell cell, List<ListedRow> records) {
        String sums = lineage.countNames().stream()
                .map(name -> "cast(coalesce(sum(" + name + "), 0) as bigint) as " + name)
                .collect(Collectors.joining(", "));
        Fragment select = Fragment.format(
                "select " + sums + " from " + lineage.mart().name() + " where {}", cell.condition(key -> key));
        Table.Row shown = session.table(select.sql(), select.parameters())
                .named()
                .findFirst()
                .orElseThrow();
        return lineage.countNames().stream()
                .map(lineage.mart()::column)
                .map(column -> new Count(
                        column.name(),
                        column.meaning(),
                        lineage.counts().item(column.name()).expression(),
                        shown.number(column.name()),
                        records.stream().mapToLong(lineage.adds(column.name())).sum()))
                .toList();
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

    private List<String> notes(Lineage lineage, List<Count> counts) {
        List<String> notes = new ArrayList<>();
        if (evening != null) {
            notes.add("As of snapshot " + evening.snapshot() + ".");
        }
        if (lineage.units() != null) {
            notes.add("Units are counted: the contribution of a unit is on its first record.");
        }
        if (counts.stream().anyMatch(count -> count.shown() != count.listed())) {
            notes.add(
                    evening == null
                            ? "The mart is stale: the records do not add up to it; run aggregate."
                            : "The mart was stale that evening: the records do not add up to it.");
        }
        return notes;
    }
}
