package io.yieldline.report;

import static io.yieldline.report.Grid.Column.number;
import static io.yieldline.report.Grid.Column.text;

import io.yieldline.Counted;
import io.yieldline.quality.CheckHistory.StoredResult;
import io.yieldline.quality.Score;
import io.yieldline.report.Grid.Cell;
import io.yieldline.warehouse.Session;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sections on data quality, runs, alerts and restated figures. */
final class StatusSections {
    private static final int LISTED = 40;
    private static final int FINDINGS = 5;
    private static final int RUNS = 12;

    private StatusSections() {}

    /** Open alerts; empty if there are none. */
    static List<Section> alerts(PlantStatus standing) {
        List<List<Cell>> rows = standing.alerts().stream()
                .map(alert -> List.of(Cell.of(alert, Emphasis.BAD)))
                .toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "Open alerts", List.of(), List.of(), List.of(new Grid("", List.of(text("alert")), rows, ""))));
    }

    /** Results of the checks: those of the period, and the latest one of every check with its age. */
    static Section quality(PlantStatus standing, String noun, LocalDateTime now) {
        Score score = standing.score();
        return new Section(
                "Data quality",
                List.of(
                        score == null
                                ? "No check has a result over all days."
                                : "Score " + score.words() + ", over all days."),
                List.of(),
                List.of(period(standing, "This " + noun), latest(standing, now)));
    }

    private static Grid period(PlantStatus standing, String caption) {
        List<List<Cell>> rows = new ArrayList<>();
        for (PlantStatus.Checked check : standing.checks()) {
            rows.add(List.of(
                    Cell.of(check.check()),
                    check.passed() ? Cell.of("passed", Emphasis.GOOD) : Cell.of("FAILED", Emphasis.BAD),
                    Cell.of(
                            check.findings().isEmpty()
                                    ? check.title()
                                    : Counted.of(check.findings().size(), "finding"))));
            check.findings().stream()
                    .limit(FINDINGS)
                    .forEach(finding -> rows.add(List.of(Cell.of(""), Cell.of(""), Cell.of(finding))));
        }
        return new Grid(caption, List.of(text("check"), text("result"), text("findings")), rows, "No check was run.");
    }

    private static Grid latest(PlantStatus standing, LocalDateTime now) {
        return new Grid(
                "All days, the latest result of each check",
                List.of(text("check"), text("result"), text("findings"), text("checked"), text("age")),
                standing.latest().stream().map(latest -> row(latest, now)).toList(),
                "No check was run.");
    }

    private static List<Cell> row(PlantStatus.LatestResult latest, LocalDateTime now) {
        StoredResult stored = latest.result();
        Cell outcome = Cell.of(latest.outcome(), latest.good() ? Emphasis.GOOD : Emphasis.BAD);
        return stored == null
                ? List.of(Cell.of(latest.check()), outcome, Cell.of(latest.title()), Cell.of(""), Cell.of(""))
                : List.of(
                        Cell.of(latest.check()),
                        outcome,
                        Cell.of(
                                stored.result().findings() == 0
                                        ? latest.title()
                                        : Counted.of(stored.result().findings(), "finding")),
                        Cell.of(ImportSection.minute(stored.finishedAt())),
                        Cell.of(age(Duration.between(stored.finishedAt(), now))));
    }

    private static String age(Duration age) {
        if (age.toHours() >= 48) {
            return Counted.of(age.toDays(), "day");
        }
        return age.toMinutes() < 60
                ? Counted.of(Math.max(0, age.toMinutes()), "minute")
                : Counted.of(age.toHours(), "hour");
    }

    /** Runs since a time, failed runs first. */
    static Section runs(Session session, LocalDateTime since, @Nullable Long ownRun) {
        List<List<Cell>> rows = session.query(
                "select id, operation, started_at, outcome, coalesce(error, summary, '') from run"
                        + " where started_at >= ? and id <> ? and ended_at is not null"
                        + " order by case when outcome = 'done' then 1 else 0 end, id desc limit " + RUNS,
                row -> List.of(
                        Cell.of(row.getLong(1)),
                        Cell.of(row.getString(2)),
                        Cell.of(ImportSection.minute(row.getObject(3, LocalDateTime.class))),
                        row.getString(4).equals("done")
                                ? Cell.of("done", Emphasis.GOOD)
                                : Cell.of(row.getString(4).replace('_', ' '), Emphasis.BAD),
                        Cell.of(row.getString(5))),
                since,
                Objects.requireNonNullElse(ownRun, 0L));
        long failed = session.number(
                "select count(*) from run where started_at >= ? and ended_at is not null and outcome <> 'done'", since);
        return new Section(
                "Runs",
                "Since " + ImportSection.minute(since) + "; " + (failed == 0 ? "all succeeded." : failed + " failed."),
                new Grid(
                        "",
                        List.of(number("run"), text("operation"), text("started"), text("outcome"), text("result")),
                        rows,
                        "No operation was run."));
    }

    /** Published figures that changed. */
    static Section restatements(Period period, List<Restatement> changes, boolean first) {
        String noun = period.noun();
        List<List<Cell>> rows = changes.stream()
                .limit(LISTED)
                .map(change -> List.of(
                        Cell.of(change.key().period()),
                        Cell.of(change.key().figure()),
                        Cell.of((change.key().model() + " " + change.key().station()).strip()),
                        Cell.of(change.published().text()),
                        Cell.of(change.now().text()),
                        Cell.of(change.cause())))
                .toList();
        String more = changes.size() > LISTED ? " The first " + LISTED + " of " + changes.size() + " are listed." : "";
        return new Section(
                "Restated figures",
                "Figures of earlier " + noun
                        + "s that were published in a report of this kind and have changed, with"
                        + " the exports that changed them." + more,
                new Grid(
                        "",
                        List.of(
                                text(noun),
                                text("figure"),
                                text("of"),
                                number("published"),
                                number("now"),
                                text("through")),
                        rows,
                        first
                                ? "No report of this kind was published before; from now on each figure is stored."
                                : "No published figure has changed."));
    }
}
