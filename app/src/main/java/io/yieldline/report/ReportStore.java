package io.yieldline.report;

import io.yieldline.ExitCode;
import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Published reports with their figures, in the database. */
final class ReportStore {
    private static final String COLUMNS = "id, kind, period, made_at, change, export_id, subject, sha256";

    private static final String ISSUE = "select " + COLUMNS + " from report";

    /** The figures of a report, each with those that later reports of its kind showed instead. */
    private static final String CHANGED = """
            from report_figure f
            join report r on r.id = f.report_id and r.period = f.period
            join report_figure g on g.period = f.period and g.figure = f.figure and g.model = f.model
                and g.station = f.station
            join report later on later.id = g.report_id and later.kind = r.kind and later.id > r.id
            """;

    private static final String DIFFERENT =
            " and (g.numerator <> f.numerator or g.denominator is distinct from f.denominator)";

    private static final String RESTATED =
            """
            select f.figure, f.model, f.station, f.numerator as published_numerator,
                f.denominator as published_denominator, g.numerator, g.denominator, later.id as report,
                later.period, later.made_at, c.cause
            """ + CHANGED + """
            left join report_cause c on c.report_id = later.id and c.period = f.period and c.figure = f.figure
                and c.model = f.model and c.station = f.station
            where f.report_id = ?""" + DIFFERENT + " order by later.id, f.figure, f.model, f.station";

    private static final String RESTATED_COUNTS = "select report_id, count(*) from ("
            + "select distinct f.report_id, f.figure, f.model, f.station " + CHANGED
            + " where f.report_id between ? and ?" + DIFFERENT + ") changed group by report_id";

    /** Separate statements for hundreds of figures would take longer than the report. */
    private static final int TOGETHER = 100;

    private ReportStore() {}

    /** Stores a report: its page, its figures, and the restated figures of earlier periods. */
    static Issue keep(Session session, Report report, @Nullable Long runId) {
        Issue issue = new Issue(
                1 + session.number("select max(id) from report"),
                report.period().kind().word(),
                report.period().name(),
                report.madeAt(),
                report.change(),
                report.export(),
                report.subject(),
                Sha256.of(report.html()),
                0);
        session.execute(
                "insert into report (id, kind, period, made_at, change, export_id, run_id, subject, sha256, html, plain)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                issue.id(),
                issue.kind(),
                issue.period(),
                issue.madeAt(),
                issue.change(),
                issue.export(),
                runId,
                issue.subject(),
                issue.sha256(),
                report.html(),
                report.text());
        List<Figure> figures = Stream.concat(
                        report.figures().stream(),
                        report.restatements().stream()
                                .map(Restatement::now)
                                .filter(figure -> !figure.key().period().equals(issue.period())))
                .toList();
        for (int from = 0; from < figures.size(); from += TOGETHER) {
            keep(session, issue.id(), figures.subList(from, Math.min(from + TOGETHER, figures.size())));
        }
        report.restatements().forEach(restatement -> keep(session, issue.id(), restatement));
        return issue;
    }

    /** The last report of a kind before a period. */
    static Optional<Issue> before(Session session, Period period) {
        return session.first(
                ISSUE + " where kind = ? and period < ? order by id desc limit 1",
                ReportStore::issue,
                period.kind().word(),
                period.name());
    }

    /** The last report of a kind and period that was published until the evening of a day; without a day of any period. */
    static Stored asOf(Session session, ReportKind kind, @Nullable LocalDate day, LocalDate evening) {
        String period = day == null ? "" : Period.of(kind, day).name();
        return session.first(
                        "select id from report where kind = ? and ? in ('', period) and made_at < ? order by id desc limit 1",
                        row -> row.getLong(1),
                        kind.word(),
                        period,
                        evening.plusDays(1).atStartOfDay())
                .map(id -> named(session, id))
                .orElseThrow(
                        () -> new UserError("no " + kind.word() + " report " + (day == null ? "" : "of " + period + " ")
                                + "was published until the evening of " + evening + "; see: yieldline report list"));
    }

    /** The latest reports, newest first. */
    static List<Issue> latest(Session session, int most) {
        List<Issue> issues = session.query(ISSUE + " order by id desc limit " + most, ReportStore::issue);
        if (issues.isEmpty()) {
            return issues;
        }
        Map<Long, Long> restated = restated(
                session, issues.get(issues.size() - 1).id(), issues.get(0).id());
        return issues.stream()
                .map(issue -> issue.withRestated(restated.getOrDefault(issue.id(), 0L)))
                .toList();
    }

    /** The latest reports of a kind, newest first, without what was restated of them. */
    static List<Issue> latest(Session session, String kind, int most) {
        return session.query(ISSUE + " where kind = ? order by id desc limit " + most, ReportStore::issue, kind);
    }

    /** A report by number; fails if its page does not match its hash. */
    static Stored named(Session session, long id) {
        Stored stored = session.first(
                        "select " + COLUMNS + ", html, plain from report where id = ?",
                        row -> new Stored(
                                issue(row)
                                        .withRestated(restated(session, id, id).getOrDefault(id, 0L)),
                                row.getString(9),
                                row.getString(10),
                                figures(session, id)),
                        id)
                .orElseThrow(() ->
                        new UserError(ExitCode.USAGE, "there is no report " + id + "; see: yieldline report list"));
        if (!Sha256.of(stored.html()).equals(stored.issue().sha256())) {
            throw new UserError("report " + id + " was changed in the database after it was published;"
                    + " restore it from a backup");
        }
        return stored;
    }

    /** The figures of a report that later reports of its kind showed with other counts, in the order of these reports. */
    static Table restated(Session session, long id) {
        return session.table(RESTATED, id);
    }

    /** How many figures of these reports were restated, by report. */
    private static Map<Long, Long> restated(Session session, long from, long to) {
        Map<Long, Long> counts = new HashMap<>();
        session.query(RESTATED_COUNTS, row -> counts.put(row.getLong(1), row.getLong(2)), from, to);
        return counts;
    }

    private static void keep(Session session, long report, Restatement restatement) {
        Figure.Key key = restatement.key();
        session.execute(
                "insert into report_cause (report_id, period, figure, model, station, cause) values (?, ?, ?, ?, ?, ?)",
                report,
                key.period(),
                key.figure(),
                key.model(),
                key.station(),
                restatement.cause());
    }

    private static List<Figure> figures(Session session, long id) {
        return session.query(
                "select period, figure, model, station, numerator, denominator from report_figure where report_id = ?"
                        + " order by period, figure, model, station",
                Figures::figure,
                id);
    }

    private static void keep(Session session, long report, List<Figure> figures) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Figure figure : figures) {
            Figure.Key key = figure.key();
            values.addAll(List.of(report, key.period(), key.figure(), key.model(), key.station(), figure.numerator()));
            values.add(figure.denominator());
        }
        session.execute(
                "insert into report_figure (report_id, period, figure, model, station, numerator, denominator) values "
                        + String.join(", ", Collections.nCopies(figures.size(), "(?, ?, ?, ?, ?, ?, ?)")),
                values.toArray());
    }

    private static Issue issue(ResultSet row) throws SQLException {
        return new Issue(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                0);
    }
}
