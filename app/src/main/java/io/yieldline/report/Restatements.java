package io.yieldline.report;

import io.yieldline.feed.Calendar;
import io.yieldline.ingest.ExportName;
import io.yieldline.warehouse.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares published figures with the marts. A figure is compared with the last report that contains it: after a report named a
 * change, later reports compare with the new value. A repeated report of the same period names the same changes again.
 */
final class Restatements {
    private static final String PUBLISHED = """
            select f.period, f.figure, f.model, f.station, f.numerator, f.denominator, r.id, r.export_id
            from report_figure f
            join report r on r.id = f.report_id
            where r.kind = ? and f.period between ? and ? and (r.period < ? or f.period = ?)
            order by r.id""";

    private static final String REPORTED = """
            select r.period, r.id, r.export_id
            from report r
            where r.kind = ? and r.period between ? and ?
            order by r.id""";

    private final Session session;
    private final Period period;
    private final Period first;

    Restatements(Session session, Period period) {
        this.session = session;
        this.period = period;
        this.first = period.minus(period.kind() == ReportKind.DAILY ? 14 : 8);
    }

    /** All changes, by period (latest first) and size. */
    List<Restatement> find() {
        Map<String, Edition> editions = editions();
        if (editions.isEmpty()) {
            return List.of();
        }
        List<Change> changes = changes(editions, Figures.between(session, first, period));
        return causes(changes).stream()
                .sorted(Comparator.comparing(
                                (Restatement change) -> change.key().period())
                        .reversed()
                        .thenComparing(change -> -change.published().distance(change.now()))
                        .thenComparing(change -> change.key().toString()))
                .toList();
    }

    private Map<String, Edition> editions() {
        Map<String, Edition> editions = new HashMap<>();
        session.query(
                REPORTED,
                row -> editions.put(row.getString(1), new Edition(row.getLong(2), row.getLong(3))),
                period.kind().word(),
                first.name(),
                period.name());
        return editions;
    }

    private List<Change> changes(Map<String, Edition> editions, Map<Figure.Key, Figure> now) {
        Map<Figure.Key, Change> published = new LinkedHashMap<>();
        session.query(
                PUBLISHED,
                row -> {
                    Figure figure = Figures.figure(row);
                    Figure current = now.getOrDefault(figure.key(), Figure.none(figure.key()));
                    return published.put(
                            figure.key(), new Change(figure, current, new Edition(row.getLong(7), row.getLong(8))));
                },
                period.kind().word(),
                first.name(),
                period.name(),
                period.name(),
                period.name());
        now.forEach((key, figure) -> {
            Edition edition = editions.get(key.period());
            if (edition != null) {
                published.putIfAbsent(key, new Change(Figure.none(key), figure, edition));
            }
        });
        return published.values().stream()
                .filter(change -> !change.before().sameAs(change.now()))
                .toList();
    }

    private List<Restatement> causes(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        long since = changes.stream()
                .mapToLong(change -> change.edition().export())
                .min()
                .orElse(0);
        List<Touch> touches = Stream.of("workstation", "testboard")
                .flatMap(feed -> touches(feed, since).stream())
                .toList();
        return changes.stream()
                .map(change -> new Restatement(
                        change.before(), change.now(), change.edition().report(), exports(change, touches)))
                .toList();
    }

    /** The days, models and stations of the records in newer exports. */
    private List<Touch> touches(String feed, long since) {
        return session.query(
                "select distinct m.day, m.output_day, m.model, m.station, m.export_id, e.file_name from " + feed
                        + "_master_log m join export e on e.id = m.export_id"
                        + " where m.export_id > ? and (m.day between ? and ? or m.output_day between ? and ?)"
                        + " order by m.export_id",
                row -> new Touch(
                        feed,
                        row.getObject(1, LocalDate.class),
                        row.getObject(2, LocalDate.class),
                        Blank.or(row.getString(3)),
                        Blank.or(row.getString(4)),
                        row.getLong(5),
                        ExportName.fileName(row.getString(6))),
                since,
                first.from(),
                period.to(),
                first.from(),
                period.to());
    }

    private List<String> exports(Change change, List<Touch> touches) {
        Figure.Key key = change.now().key();
        String feed = key.figure().startsWith("electrical") ? "testboard" : "workstation";
        List<Touch> candidates = touches.stream()
                .filter(touch -> touch.feed().equals(feed))
                .filter(touch -> touch.export() > change.edition().export())
                .filter(touch -> holds(key, touch))
                .toList();
        List<Touch> exact = candidates.stream().filter(touch -> touch.isOf(key)).toList();
        Set<String> names = new LinkedHashSet<>();
        (exact.isEmpty() ? candidates : exact).forEach(touch -> names.add(touch.file()));
        return new ArrayList<>(names);
    }

    private boolean holds(Figure.Key key, Touch touch) {
        boolean output = key.figure().equals("packed") || key.figure().equals("sort tests");
        LocalDate day = output ? touch.outputDay() : touch.day();
        return key.period().equals(period.kind() == ReportKind.DAILY ? day.toString() : Calendar.week(day));
    }

    /** The latest report with the figure, and its last export. */
    private record Edition(long report, long export) {}

    private record Change(Figure before, Figure now, Edition edition) {}

    private record Touch(
            String feed, LocalDate day, LocalDate outputDay, String model, String station, long export, String file) {
        boolean isOf(Figure.Key key) {
            return key.model().equals(model)
                    && (key.station().isEmpty() || key.station().equals(station))
                    && (!key.figure().equals("packed")
                            || station.toUpperCase(Locale.ROOT).contains("PACK"));
        }
    }
}
