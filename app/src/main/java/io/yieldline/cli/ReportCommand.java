package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.InvalidInput;
import io.yieldline.TimeInput;
import io.yieldline.UserError;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.ReportOperation;
import io.yieldline.operation.watch.ReportOperation.What;
import io.yieldline.report.Figure;
import io.yieldline.report.Issue;
import io.yieldline.report.ReportFiles;
import io.yieldline.report.Restatement;
import io.yieldline.report.Stored;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes, lists and shows reports. */
@Command(
        mixinStandardHelpOptions = true,
        header = ReportOperation.PURPOSE,
        description = {
            "daily   output, yields, failures, fixtures, quality, restated figures of a day",
            "weekly  the same for an ISO week, with rolled yields of 12 weeks",
            "list    the published reports",
            "show    a published report, byte for byte",
            "The HTML page is a single file that opens from an email and prints on A4. A new report"
                    + " refreshes the marts first and is written to reports/ in the home. Its figures are stored,"
                    + " so that later reports can name those that changed."
        },
        footer = {
            "",
            "Examples:",
            "  yieldline report daily",
            "  yieldline report daily --day 2025-05-29 --format text",
            "  yieldline report daily --day 2025-05-29 --as-of 2025-06-03 --format text",
            "  yieldline report weekly --day 2025-05-29 --output week.html",
            "  yieldline report show 3 --format text"
        })
final class ReportCommand extends PlantCommand<ReportOperation.Parameters, ReportOperation.Reported> {
    /** The output formats of a report. */
    enum Format {
        TABLE,
        TEXT,
        HTML,
        JSON,
        CSV
    }

    @Parameters(index = "0", paramLabel = "WHAT", description = "daily, weekly, list or show.")
    What what = What.DAILY;

    @Parameters(index = "1", arity = "0..1", paramLabel = "REPORT", description = "Number of the report to show.")
    @Nullable
    Long number;

    @Option(
            names = "--day",
            paramLabel = "DAY",
            description = "The day, or any day of the week (default: the last complete working day, for a week the"
                    + " last one that is over).")
    @Nullable
    LocalDate day;

    @Option(
            names = "--as-of",
            paramLabel = "DAY|REPORT",
            description =
                    "Print the report as it was published until the evening of this day, or the published report of"
                            + " this number, byte for byte.")
    @Nullable
    String asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Print the report as text, html or json; a list as table (default), json or csv.")
    @Nullable
    Format format;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description =
                    "Also write the report to this file, in the format of --format or of the file extension (default: html).")
    @Nullable
    Path output;

    @Option(names = "--send", description = "Also send the report to all channels of type email.")
    boolean send;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of reports to list (default: 20).")
    int limit = 20;

    @Override
    Operation<ReportOperation.Parameters, ReportOperation.Reported> operation() {
        return new ReportOperation();
    }

    @Override
    ReportOperation.Parameters parameters() {
        refuse(number != null && what != What.SHOW, "a number is valid only for report show; for a day use --day");
        refuse(asOf != null && !makes(), "--as-of is valid only for report daily and weekly");
        refuse(day != null && !makes(), "--day is valid only for report daily and weekly");
        refuse(send && (!makes() || asOf != null), "--send is valid only for report daily and weekly");
        refuse(output != null && what == What.LIST, "--output is valid only for one report");
        boolean listed = format == Format.TABLE || format == Format.CSV;
        refuse(
                listed && what != What.LIST,
                "--format table and csv are valid only for report list; write text, html or json");
        refuse(
                (format == Format.TEXT || format == Format.HTML) && what == What.LIST,
                "--format text and html are valid only for one report; write table, json or csv");
        boolean numbered = asOf != null && asOf.matches("[0-9]{1,18}");
        return new ReportOperation.Parameters(
                what,
                day,
                numbered ? Long.valueOf(asOf) : number,
                asOf == null || numbered ? null : evening(asOf),
                null,
                send,
                limit);
    }

    private static LocalDate evening(String asOf) {
        try {
            return TimeInput.day(asOf);
        } catch (InvalidInput e) {
            throw new UserError(
                    ExitCode.USAGE,
                    "--as-of \"" + asOf + "\" is neither a day such as 2025-05-20 nor the number of a report");
        }
    }

    @Override
    boolean changes() {
        return makes() && asOf == null;
    }

    @Override
    Object json(ReportOperation.Reported result) {
        Stored page = result.page();
        return page == null
                ? table(result.issues())
                : new Json(page.issue(), result.files(), page.figures(), result.restatements());
    }

    @Override
    void print(ReportOperation.Reported result, Console console) {
        Stored page = result.page();
        if (page == null) {
            list(result.issues(), console);
        } else {
            page(result, page, console);
        }
    }

    private void list(List<Issue> issues, Console console) {
        if (format == Format.CSV) {
            console.csv(table(issues));
        } else if (format == Format.JSON) {
            console.json(table(issues));
        } else {
            console.tableOrNone(table(issues));
        }
    }

    private void page(ReportOperation.Reported result, Stored page, Console console) {
        Path file = output;
        if (file != null) {
            ReportFiles.write(file, content(file, result, page, console));
        } else if (format == Format.JSON) {
            console.json(json(result));
        } else if (format == null && makes() && asOf == null) {
            console.sentence(result.summary());
            result.files().forEach(written -> console.line("  " + written));
            result.channels()
                    .forEach(channel -> console.line("  to be sent to " + channel
                            + "; a server sends it within a minute, otherwise run: " + console.command("alert")));
        } else {
            console.text(format == Format.HTML ? page.html() : page.text());
        }
    }

    private String content(Path file, ReportOperation.Reported result, Stored page, Console console) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (format == Format.JSON || (format == null && name.endsWith(".json"))) {
            return console.jsonText(json(result)) + "\n";
        }
        return format == Format.TEXT || (format == null && name.endsWith(".txt")) ? page.text() : page.html();
    }

    private boolean makes() {
        return what == What.DAILY || what == What.WEEKLY;
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new UserError(ExitCode.USAGE, message);
        }
    }

    private static Table table(List<Issue> issues) {
        return new Table(
                List.of("report", "kind", "period", "made_at", "data_change", "last_export", "restated", "sha256"),
                issues.stream().map(ReportCommand::row).toList());
    }

    private static List<@Nullable Object> row(Issue issue) {
        return List.of(
                issue.id(),
                issue.kind(),
                issue.period(),
                issue.madeAt(),
                issue.change(),
                issue.export(),
                issue.restated(),
                issue.sha256());
    }

    /** A report as JSON: every ratio with its counts. */
    record Json(Issue report, List<String> files, List<Figure> figures, List<Restatement> restatements) {}
}
