package io.yieldline.report;

import io.yieldline.ExitCode;
import io.yieldline.Sha256;
import io.yieldline.UserError;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Published reports with their figures, in the database. */
final class ReportStore {
    private static final String ISSUE =
            "select id, kind, period, made_at, change, export_id, subject, sha256, html, plain from report";

    private static final String RESTATED = """
            select f.figure, f.model, f.station, f.numerator as published_numerator,
                f.denominator as published_denominator, g.numerator, g.denominator, later.id as report,
                later.period, later.made_at
            from report_figure f
            join report r on r.id = f.report_id and r.period = f.period
            join report_figure g on g.period = f.period and g.figure = f.figure
                and g.model is not distinct from f.model and g.station is not distinct from f.station
            join report later on later.id = g.report_id and later.kind = r.kind and later.id > r.id
            where f.report_id = ? and (g.numerator <> f.numerator or g.denominator is distinct from f.denominator)
            order by later.id, f.figure, f.model, f.station""";

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
                Sha256.of(report.html()));
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

    /** The latest reports, newest first. */
    static List<Issue> latest(Session session, int most) {
        return session.query(ISSUE + " order by id desc limit " + most, ReportStore::issue);
    }

    /** A report by number; fails if its page does not match its hash. */
    static Stored named(Session session, long id) {
        Stored stored = session.first(
                        ISSUE + " where id = ?",
                        row -> new Stored(issue(row), row.getString(9), row.getString(10), figures(session, id)),
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
                row.getString(8));
    }
}
