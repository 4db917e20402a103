package io.yieldline.quality;

import io.yieldline.mart.DayRange;
import io.yieldline.quality.CheckReport.Outcome;
import io.yieldline.quality.Finding.Severity;
import io.yieldline.warehouse.Session;
import io.yieldline.warehouse.Table;
import io.yieldline.warehouse.Warehouse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All check results. The latest result of a check is the latest one over all days: a result about some days says nothing
 * about the others. Findings and failing rows are those of the latest results.
 */
public final class CheckHistory {
    /** Maximum number of stored failing rows per check; a new run lists all. */
    static final int KEPT_ROWS = 100;

    private static final int KEPT_FINDINGS = 100;

    /** Rows of one statement. */
    private static final int CHUNK = 200;

    private static final String RESULT =
            "check_result (run_id, check_name, title, dimension, severity, outcome, failing, total, finding_count, finished_at,"
                    + " first_day, last_day)";
    private static final List<String> PLACE = List.of("export_id", "row_number");
    static final String RESULTS =
            "select r.run_id, r.check_name, r.title, r.dimension, r.severity, r.outcome, r.failing, r.total,"
                    + " r.finding_count, r.finished_at";

    /** From where to select the latest result of every check, as {@code r}. */
    public static final String LATEST =
            " from check_result r where r.run_id = (select max(l.run_id) from check_result l where l.check_name = r.check_name"
                    + " and " + overAllDays("l") + ") order by r.check_name";

    private final Warehouse warehouse;

    /** The history in the database of a plant. */
    public CheckHistory(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The condition that a result is about all days. */
    static String overAllDays(String result) {
        return result + ".first_day is null and " + result + ".last_day is null";
    }

    /** Stores the results of a run; the time is plant time. */
    public void keep(long run, LocalDateTime finished, List<CheckReport> reports) {
        warehouse.writeAll(session -> {
            List<CheckReport> whole =
                    reports.stream().filter(report -> report.days().coversAll()).toList();
            insert(session, RESULT, results(run, finished, reports));
            forget(session, whole);
            insert(session, "check_finding", rows(whole, report -> findings(run, report)));
            insert(session, "check_row", rows(whole, report -> rows(run, report)));
            Looked.keep(session, finished, whole);
        });
    }

    /** How much each check looked at in its latest run over all days, by name. */
    public Map<String, Looked> looks() {
        return warehouse.read(Looked::last);
    }

    /** The latest result of each of the checks with these names, by name. */
    public List<StoredResult> latest(Set<String> known) {
        return warehouse.read(session -> session.query(RESULTS + LATEST, CheckHistory::stored)).stream()
                .filter(stored -> known.contains(stored.result().check()))
                .toList();
    }

    /** Findings of the latest result of every check: check, severity, message. */
    public Table findings() {
        return warehouse.read(
                session -> session.table("select run_id as run, check_name as \"check\", severity, message"
                        + " from check_finding order by check_name, position"));
    }

    /** Failing rows of the latest result of a check, the first {@value #KEPT_ROWS}. */
    public Table rows(String check) {
        return warehouse.read(session -> session.table(
                "select run_id as run, export_id, row_number, cells from check_row where check_name = ? order by position",
                check));
    }

    /** The latest results, newest first; of these checks, or of all if none are given. */
    public Table table(List<String> checks, int most) {
        String some = checks.isEmpty()
                ? ""
                : " where check_name in (" + String.join(", ", Collections.nCopies(checks.size(), "?")) + ")";
        return warehouse.read(session -> session.table(
                "select run_id as run, finished_at, check_name as \"check\", dimension, severity, outcome, failing, total,"
                        + " finding_count as findings, first_day, last_day from check_result" + some
                        + " order by run_id desc, check_name limit " + most,
                checks.toArray()));
    }

    private static List<List<@Nullable Object>> results(long run, LocalDateTime finished, List<CheckReport> reports) {
        return rows(
                reports,
                report -> List.of(Arrays.asList(
                        run,
                        report.check(),
                        report.title(),
                        report.dimension().word(),
                        report.severity().word(),
                        report.outcome().word(),
                        report.failing(),
                        report.total(),
                        report.findings().size(),
                        finished,
                        report.days().from(),
                        report.days().to())));
    }

    /** The findings and failing rows of earlier results of these checks. */
    private static void forget(Session session, List<CheckReport> reports) {
        if (!reports.isEmpty()) {
            Object[] names = reports.stream().map(CheckReport::check).toArray();
            String some = " where check_name in (" + String.join(", ", Collections.nCopies(names.length, "?")) + ")";
            session.execute("delete from check_finding" + some, names);
            session.execute("delete from check_row" + some, names);
        }
    }

    private static List<List<@Nullable Object>> rows(
            List<CheckReport> reports, Function<CheckReport, List<List<@Nullable Object>>> each) {
        return reports.stream().map(each).flatMap(List::stream).toList();
    }

    private static List<List<@Nullable Object>> findings(long run, CheckReport report) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        report.findings().stream()
                .limit(KEPT_FINDINGS)
                .forEach(finding -> rows.add(Arrays.asList(
                        run, report.check(), rows.size() + 1, finding.severity().word(), finding.message())));
        return rows;
    }

    /** Only rows of records are stored: the numbers of other checks are not failing rows. */
    private static List<List<@Nullable Object>> rows(long run, CheckReport report) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (report.details().columns().contains("export_id")) {
            report.details()
                    .named()
                    .limit(KEPT_ROWS)
                    .forEach(row -> rows.add(Arrays.asList(
                            run,
                            report.check(),
                            rows.size() + 1,
                            row.value("export_id"),
                            row.value("row_number"),
                            cells(row))));
        }
        return rows;
    }

    private static String cells(Table.Row row) {
        return row.columns().stream()
                .filter(column -> row.value(column) != null && !PLACE.contains(column))
                .map(column -> column + "=" + row.value(column))
                .collect(Collectors.joining(", "));
    }

    /** Many rows in one statement: separate statements would take longer than the checks. */
    private static void insert(Session session, String table, List<List<@Nullable Object>> rows) {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<List<@Nullable Object>> some = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            String row = "(" + String.join(", ", Collections.nCopies(some.get(0).size(), "?")) + ")";
            session.execute(
                    "insert into " + table + " values " + String.join(", ", Collections.nCopies(some.size(), row)),
                    some.stream().flatMap(List::stream).toArray());
        }
    }

    static StoredResult stored(ResultSet row) throws SQLException {
        long total = row.getLong(8);
        @Nullable Long known = row.wasNull() ? null : total;
        return new StoredResult(
                row.getLong(1),
                row.getObject(10, LocalDateTime.class),
                new CheckResult(
                        row.getString(2),
                        row.getString(3),
                        Dimension.of(row.getString(4)),
                        Severity.of(row.getString(5)),
                        DayRange.open(),
                        Outcome.of(row.getString(6)),
                        row.getLong(7),
                        known,
                        row.getLong(9)));
    }

    /**
     * A result in the history.
     *
     * @param run the run
     * @param finishedAt end of the checks of the run, in plant time
     */
    public record StoredResult(long run, LocalDateTime finishedAt, CheckResult result) {
        /** The outcome in words, such as {@code duplicates failed on 2025-04-21 08:00:00}. */
        public String words() {
            return result.check() + " " + result.outcome().word() + " on "
                    + finishedAt.toString().replace('T', ' ');
        }
    }
}
