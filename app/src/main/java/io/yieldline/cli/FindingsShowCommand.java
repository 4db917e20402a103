package io.yieldline.cli;

import io.yieldline.finding.FindingDetail;
import io.yieldline.finding.FindingView;
import io.yieldline.operation.Operation;
import io.yieldline.operation.ask.FindingOperation;
import io.yieldline.operation.ask.FindingOperation.Shown;
import io.yieldline.report.ReportFiles;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a finding. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = FindingOperation.PURPOSE,
        description = "CSV has the failed units, each with its export and row.",
        footer = {
            "",
            "Examples:",
            "  yieldline findings show b4c90062",
            "  yieldline findings show b4c90062 --limit 10000 --format csv",
            "  yieldline findings show b4c90062 --output finding.html"
        })
final class FindingsShowCommand extends PlantCommand<FindingOperation.Parameters, Shown> {
    private static final int MOST_CANDIDATES = 25;

    @Parameters(paramLabel = "FINDING", description = "The id of the finding.")
    String id = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of failed units (default: 50).")
    int limit = 50;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Write the finding to this file, as one HTML page to send.")
    @Nullable
    Path output;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<FindingOperation.Parameters, Shown> operation() {
        return new FindingOperation();
    }

    @Override
    FindingOperation.Parameters parameters() {
        return new FindingOperation.Parameters(id, limit);
    }

    @Override
    boolean changes() {
        return false;
    }

    /** A finding for programs, with what was known when, its days, who may be behind it, and its failed units. */
    record DetailView(FindingView finding, Table history, Table series, Table candidates, Table failedUnits) {}

    @Override
    Object json(Shown result) {
        FindingDetail detail = result.detail();
        return new DetailView(
                FindingView.of(detail.finding()),
                detail.history(),
                detail.series(),
                detail.candidates(),
                detail.failedUnits());
    }

    @Override
    void print(Shown result, Console console) {
        if (output != null) {
            write(result, output, console);
        } else if (format.format == FormatOption.Format.JSON) {
            console.json(json(result));
        } else {
            format.print(result.detail().failedUnits(), console, () -> printText(result.detail(), console));
        }
    }

    private static void write(Shown result, Path file, Console console) {
        ReportFiles.write(file, result.page());
        console.line("Written to " + file + ".");
    }

    private static void printText(FindingDetail detail, Console console) {
        FindingsText.lines(detail.finding()).forEach(console::line);
        table("Known when:", detail.history(), console);
        table("By day:", detail.series(), console);
        candidates(detail.candidates(), console);
        table("Failed units, newest first:", detail.failedUnits(), console);
    }

    /** The suspects come first; most of the others say nothing by their number. */
    private static void candidates(Table all, Console console) {
        List<List<@Nullable Object>> rows = all.rows();
        table(
                "Suspects and what was ruled out:",
                new Table(all.columns(), rows.subList(0, Math.min(MOST_CANDIDATES, rows.size()))),
                console);
        if (rows.size() > MOST_CANDIDATES) {
            console.line("and " + (rows.size() - MOST_CANDIDATES) + " more, with --format json.");
        }
    }

    private static void table(String title, Table table, Console console) {
        if (!table.rows().isEmpty()) {
            console.line("");
            console.line(title);
            console.table(table);
        }
    }
}
