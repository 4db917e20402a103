package io.yieldline.quality;

import io.yieldline.feed.Feed;
import io.yieldline.ingest.ExportName;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.yaml.ResourceFolder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds versions that do not count, of which nothing says that they are older: the one that counts has the same export time, or a
 * file name with older dates.
 */
final class OutdatedProbe implements Probe {
    private static final String OUTDATED = ResourceFolder.text(OutdatedProbe.class, "outdated.sql");
    private static final List<String> COLUMNS = List.of(
            "feed",
            "reason",
            "serial_number",
            "station",
            "started_at",
            "ended_at",
            "export_id",
            "row_number",
            "file",
            "counts_export",
            "counts_row",
            "counts_file");
    private static final String ADVICE =
            "; compare them with: yieldline rejects --outdated; export the right version again";

    @Override
    public boolean limitedByDays() {
        return true;
    }

    @Override
    public Observation look(Inspection inspection, Severity severity) {
        return inspection.warehouse().read(session -> look(session, inspection, severity));
    }

    private static Observation look(Session session, Inspection inspection, Severity severity) {
        List<Doubtful> all = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        long total = 0;
        for (Feed feed : inspection.feeds().all()) {
            String count = "select count(*) from " + feed.masterLog() + " where day between ? and ?";
            total += Together.number(inspection.ask(session, Question.number(count, feed)));
            List<Doubtful> found = doubtful(session, feed, inspection);
            all.addAll(found);
            Stream.of(Reason.values())
                    .flatMap(reason -> finding(feed, reason, found, severity))
                    .forEach(findings::add);
        }
        Table rows = new Table(
                COLUMNS,
                all.stream().limit(FailingRows.LISTED).map(Doubtful::cells).toList());
        return new Observation(Math.min(all.size(), total), total, findings, rows);
    }

    /** By month, and so by the time of their end, as the SELECT sorts them. */
    private static List<Doubtful> doubtful(Session session, Feed feed, Inspection inspection) {
        String sql = OUTDATED.replace("${master}", feed.masterLog())
                .replace("${history}", feed.history())
                .replace("${feed}", feed.name());
        Question.Ask ask = (asking, part) -> {
            LocalDate from = part.window().from();
            LocalDate to = part.window().to();
            return asking.table(bounded(part.with(), sql), from, to, from, to, from, to);
        };
        Question question =
                Question.of(sql, List.of(feed), ask, Together::inOrder).andExports();
        return inspection
                .ask(session, question)
                .named()
                .flatMap(row -> Doubtful.of(feed, row))
                .toList();
    }

    /** A SELECT that begins with WITH itself stands in brackets. */
    private static String bounded(String with, String sql) {
        return with.isEmpty()
                ? sql
                : with + "select * from (\n" + sql + "\n) o order by ended_at, serial_number, export_id, row_number";
    }

    private static Stream<Finding> finding(Feed feed, Reason reason, List<Doubtful> found, Severity severity) {
        List<Doubtful> same =
                found.stream().filter(one -> one.reason() == reason).toList();
        return same.isEmpty()
                ? Stream.of()
                : Stream.of(new Finding(
                        severity,
                        String.format(
                                Locale.ROOT,
                                "%s: %,d %s %s; first: %s%s",
                                feed.name(),
                                same.size(),
                                same.size() == 1 ? "version does" : "versions do",
                                reason.text,
                                same.get(0).place(),
                                ADVICE)));
    }

    private enum Reason {
        NEWER_NAME("not count although the name of the file has a later date than that of the version that counts"),
        SAME_TIME(
                "not count although nothing says that the version that counts is newer: both exports have the same time");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        static Stream<Reason> of(Table.Row row) {
            if (date(row, "file").isAfter(date(row, "counts_file"))) {
                return Stream.of(NEWER_NAME);
            }
            return row.number("same_time") == 1 ? Stream.of(SAME_TIME) : Stream.of();
        }

        /** A name without date is neither older nor newer. */
        private static LocalDate date(Table.Row row, String column) {
            boolean both = Stream.of("file", "counts_file")
                    .allMatch(name -> ExportName.latestDate(text(row, name)).isPresent());
            return both ? ExportName.latestDate(text(row, column)).orElse(LocalDate.MIN) : LocalDate.MIN;
        }
    }

    private static String text(Table.Row row, String column) {
        return Objects.toString(row.value(column), "");
    }

    /** A version that does not count, and why that is doubtful. */
    private record Doubtful(Feed feed, Reason reason, Table.Row row) {
        static Stream<Doubtful> of(Feed feed, Table.Row row) {
            return Reason.of(row).map(reason -> new Doubtful(feed, reason, row));
        }

        String place() {
            return text(row, "file") + ", row " + text(row, "row_number") + ", against " + text(row, "counts_file")
                    + ", row " + text(row, "counts_row");
        }

        List<@Nullable Object> cells() {
            List<@Nullable Object> cells =
                    new ArrayList<>(List.of(feed.name(), reason.name().toLowerCase(Locale.ROOT)));
            COLUMNS.stream().skip(2).map(row::value).forEach(cells::add);
            return cells;
        }
    }
}
