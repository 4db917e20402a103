package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.ingest.LoadCounts;
import io.yieldline.operation.load.IngestOperation.Loaded;
import java.util.Locale;

/** Load results as text. */
final class IngestText {
    private IngestText() {}

    /** One line per export. */
    static String line(ExportReport report) {
        return switch (report.outcome()) {
            case LOADED -> report.file() + ": " + loaded(report);
            case KNOWN -> report.file() + ": nothing to do, " + report.reason();
            case PARKED -> report.file() + ": parked: " + report.reason();
            case FAILED -> String.valueOf(report.reason());
        };
    }

    /** The summary: exports that need attention, then the totals. */
    static void print(Loaded loaded, Console console) {
        loaded.exports().forEach(report -> printAttention(report, console));
        console.line(loaded.summary() + ".");
        if (loaded.count(Outcome.PARKED) > 0) {
            console.line("Parked exports are in the archive; see: " + console.command("rejects --parked"));
        }
        if (loaded.marts() == null && loaded.total(LoadCounts::added) + loaded.total(LoadCounts::revised) > 0) {
            console.line("Next: " + console.command("aggregate"));
        }
    }

    private static void printAttention(ExportReport report, Console console) {
        if (report.outcome() == Outcome.PARKED || report.outcome() == Outcome.FAILED) {
            console.styled("@|red " + escaped(line(report)) + "|@");
        }
        report.rejections().forEach(rejection -> console.line("  " + report.file() + ": rejected " + rejection));
        if (report.counts().rejected() > report.rejections().size()) {
            console.line("  " + report.file() + ": and "
                    + Counted.of(
                            report.counts().rejected() - report.rejections().size(), "more rejected row") + "; see: "
                    + console.command("rejects --export " + report.exportId()));
        }
        if (report.counts().outdated() > 0) {
            console.line(
                    "  " + report.file() + ": " + Counted.of(report.counts().outdated(), "outdated row")
                            + ", another version of the event counts; see: "
                            + console.command("rejects --outdated --export " + report.exportId()));
        }
        if (!report.unknownColumns().isEmpty()) {
            console.line("  " + report.file() + ": left out unknown columns " + report.unknownColumns());
        }
        report.remarks().forEach(remark -> console.line("  " + report.file() + ": " + remark));
        if (report.cleaned().total() > 0) {
            console.line("  " + report.file() + ": cleaned " + report.cleaned().words());
        }
    }

    private static String loaded(ExportReport report) {
        LoadCounts counts = report.counts();
        return String.format(
                Locale.ROOT,
                "%s, %s: %,d new, %,d duplicate, %,d revised%s, %,d rejected%s; %s; %.2f s",
                report.feed(),
                Counted.of(counts.rows(), "row"),
                counts.added(),
                counts.duplicate(),
                counts.revised(),
                counts.outdated() == 0 ? "" : String.format(Locale.ROOT, ", %,d outdated", counts.outdated()),
                counts.rejected(),
                counts.purged() == 0
                        ? ""
                        : String.format(Locale.ROOT, ", %,d older than the retention limit", counts.purged()),
                report.days() == null ? "no days" : report.days(),
                report.seconds());
    }

    /** Markup characters in file names are plain text. */
    private static String escaped(String text) {
        return text.replace("|@", "| @").replace("@|", "@ |");
    }
}
