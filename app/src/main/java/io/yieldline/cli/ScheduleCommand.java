package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.ScheduleOperation;
import io.yieldline.operation.watch.ScheduleOperation.Scheduled;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the schedule. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        subcommands = ScheduleExportCommand.class,
        header = "Show the jobs of the schedule, when they run next, and how they ended.",
        description = {
            "The jobs stand in yieldline.yaml, section schedule; a running server runs them.",
            "To let cron or systemd run them instead, see: schedule export --help"
        },
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant schedule",
            "  yieldline --home plant schedule --format csv",
            "  yieldline --home plant schedule export --cron",
            "  yieldline --home plant schedule export --systemd --to units"
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
