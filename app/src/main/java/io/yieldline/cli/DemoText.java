package io.yieldline.cli;

import io.yieldline.cli.DemoCommand.Demonstration;
import io.yieldline.ingest.ExportReport;
import io.yieldline.ingest.LoadCounts;
import io.yieldline.plant.Home;
import java.nio.file.Path;
import java.util.Locale;

/** The output of a demo: results and next steps. */
final class DemoText {
    private DemoText() {}

    static void print(Demonstration seen, Home home, Console console) {
        console.line("");
        console.line("Created a demo plant in " + home.directory() + ". Results of loading its exports:");
        console.line(String.format(
                Locale.ROOT,
                "  %,d rows in %d exports, %,d records, %,d rows seen before, %,d corrected",
                seen.loaded().total(LoadCounts::rows),
                seen.loaded().count(ExportReport.Outcome.LOADED),
                seen.loaded().total(LoadCounts::added),
                seen.loaded().total(LoadCounts::duplicate),
                seen.loaded().total(LoadCounts::revised)));
        seen.loaded().exports().forEach(report -> printOddities(report, home, console));
        console.line("  " + seen.aggregated().summary());
        seen.checked()
                .checks()
                .forEach(check -> console.line("  check " + check.check() + ": " + OptionParsers.word(check.outcome())
                        + (check.findings().isEmpty()
                                ? ""
                                : ", " + check.findings().get(0).message())));
        console.line("");
        console.line("Next steps:");
        String command = "  ./yieldline --home " + home.directory() + " ";
        console.line(command + "status");
        console.line(command + "show weekly_summary");
        console.line(command + "show station_yield_daily --where station=FI --limit 10");
        console.line(command + "rejects");
        console.line(command + "ingest " + home.directory().resolve("exports") + "      (load again: no duplicates)");
    }

    private static void printOddities(ExportReport report, Home home, Console console) {
        String name = home.directory()
                .resolve("exports")
                .relativize(Path.of(report.file()))
                .toString();
        if (report.outcome() == ExportReport.Outcome.PARKED) {
            console.line("  " + name + " was parked: " + report.reason());
        }
        report.rejections().forEach(rejection -> console.line("  " + name + ": rejected " + rejection));
        if (!report.unknownColumns().isEmpty()) {
            console.line("  " + name + ": left out unknown columns " + report.unknownColumns());
        }
        if (report.cleaned().total() > 0) {
            console.line("  " + name + ": cleaned " + report.cleaned().words());
        }
    }
}
