package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.operation.ask.DebugOperation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tools to inspect the data. */
@Command(
        mixinStandardHelpOptions = true,
        header = DebugOperation.PURPOSE,
        synopsisSubcommandLabel = "TOOL",
        subcommands = {DebugTools.Compare.class, DebugTools.Dedup.class, DebugTools.Record.class, DebugTools.Day.class},
        footer = {
            "",
            "Examples:",
            "  yieldline debug compare workstationOutputReport.xls",
            "  yieldline debug dedup workstationOutputReport.xls",
            "  yieldline debug record 1724001",
            "  yieldline debug day 2025-04-15"
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
