package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.plant.Plant;
import io.yieldline.quality.Check;
import io.yieldline.quality.CheckReport;
import io.yieldline.quality.Checks;
import io.yieldline.warehouse.Table;
import java.util.Arrays;
import java.util.List;

/** The checks of a plant, or their results, as a table. */
record CheckList(List<String> names, FormatOption format) {
    /** Needs no database: the definitions are files. */
    int print(Plant plant, Console console) {
        Table checks = new Table(
                List.of("check", "severity", "dimension", "title", "file"),
                Checks.of(plant).select(names).stream().map(CheckList::row).toList());
        if (console.json()) {
            console.json(checks);
        } else {
            format.print(checks, console, () -> console.table(checks));
        }
        return ExitCode.DONE.number();
    }

    /** The failing rows of a single check; for several checks, which have different columns, the results. */
    static Table table(List<CheckReport> reports) {
        if (reports.size() == 1) {
            return reports.get(0).details();
        }
        return new Table(
                List.of("check", "severity", "dimension", "outcome", "failing", "total", "findings"),
                reports.stream().map(CheckList::row).toList());
    }

    private static List<Object> row(Check check) {
        return List.of(check.name(), check.severity().word(), check.dimension().word(), check.title(), check.file());
    }

    private static List<Object> row(CheckReport report) {
        return Arrays.asList(
                report.check(),
                report.severity().word(),
                report.dimension().word(),
                report.outcome().word(),
                report.failing(),
                report.total(),
                (long) report.findings().size());
    }
}
