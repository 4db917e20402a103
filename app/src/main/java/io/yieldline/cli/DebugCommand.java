package io.yieldline.cli;

import io.yieldline.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tools to look into the data. */
@Command(
        name = "debug",
        mixinStandardHelpOptions = true,
        header = "Look into an export, a unit or a day without changing anything.",
        synopsisSubcommandLabel = "TOOL",
        subcommands = {DebugTools.Compare.class, DebugTools.Dedup.class, DebugTools.Record.class, DebugTools.Day.class},
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant debug compare workstationOutputReport.xls",
            "  yieldline --home plant debug dedup workstationOutputReport.xls --format csv > rows.csv",
            "  yieldline --home plant debug record 1724001",
            "  yieldline --home plant debug day 2025-04-15"
        })
final class DebugCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.USAGE.number();
    }
}
