package io.yieldline.cli;

import io.yieldline.operation.catalogue.SequenceOperation;
import io.yieldline.operation.catalogue.Sequences;
import picocli.CommandLine.Command;

/** The daily sequence. */
@Command(
        mixinStandardHelpOptions = true,
        header = Sequences.DAILY_PURPOSE,
        description = "When a step fails, the steps that depend on it are skipped and all others run. A parked"
                + " export does not stop the sequence.",
        footer = {"", "Example:", "  yieldline daily exports/today"})
final class DailyCommand extends SequenceCommand {
    @Override
    SequenceOperation operation() {
        return Sequences.daily();
    }
}
