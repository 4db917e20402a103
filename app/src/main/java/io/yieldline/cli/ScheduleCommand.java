package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.ScheduleOperation;
import io.yieldline.operation.watch.ScheduleOperation.Scheduled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the schedule. */
@Command(
        mixinStandardHelpOptions = true,
        subcommands = ScheduleExportCommand.class,
        header = ScheduleOperation.PURPOSE,
        description = "Jobs are defined in yieldline.yaml, section schedule. A running server runs them. To run"
                + " them by cron or systemd instead, see: yieldline schedule export --help",
        footer = {
            "",
            "Examples:",
            "  yieldline schedule",
            "  yieldline schedule --format csv",
            "  yieldline schedule export --cron",
            "  yieldline schedule export --systemd --to units"
        })
final class ScheduleCommand extends PlantCommand<ScheduleOperation.Parameters, Scheduled> {
    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<ScheduleOperation.Parameters, Scheduled> operation() {
        return new ScheduleOperation();
    }

    @Override
    ScheduleOperation.Parameters parameters() {
        return new ScheduleOperation.Parameters();
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Scheduled scheduled, Console console) {
        format.print(ScheduleText.all(scheduled), console, () -> ScheduleText.print(scheduled, console));
    }
}
