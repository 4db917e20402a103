package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AlertsOperation;
import io.yieldline.operation.watch.AlertsOperation.Listed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists alerts. */
@Command(
        mixinStandardHelpOptions = true,
        header = AlertsOperation.PURPOSE,
        description = "Open alerts, newest first, and the state of each channel.",
        subcommands = {AlertsTestCommand.class, AlertsMuteCommand.class},
        footer = {
            "",
            "Examples:",
            "  yieldline alerts",
            "  yieldline alerts --all --format csv",
            "  yieldline alerts test mail",
            "  yieldline alerts mute 12 --until 2025-04-25"
        })
final class AlertsCommand extends PlantCommand<AlertsOperation.Parameters, Listed> {
    @Option(names = "--all", description = "Include cleared alerts.")
    boolean all;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            converter = OptionParsers.Limit.class,
            description = "Maximum number of entries (default: 50).")
    int limit = 50;

    @Mixin
    FormatOption format = new FormatOption();

    @Override
    Operation<AlertsOperation.Parameters, Listed> operation() {
        return new AlertsOperation();
    }

    @Override
    AlertsOperation.Parameters parameters() {
        return new AlertsOperation.Parameters(all, limit);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    void print(Listed result, Console console) {
        format.print(result.alerts(), console, () -> printText(result, console));
    }

    private void printText(Listed result, Console console) {
        if (result.alerts().rows().isEmpty()) {
            console.line(all ? "No alert yet." : "No open alert.");
        } else {
            AlertsText.list(result.alerts()).forEach(console::line);
        }
        console.line("");
        console.table(AlertsText.channels(result.channels()));
    }
}
