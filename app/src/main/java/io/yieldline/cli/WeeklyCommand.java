package io.yieldline.cli;

import io.yieldline.operation.catalogue.SequenceOperation;
import io.yieldline.operation.catalogue.Sequences;
import picocli.CommandLine.Command;

/** The weekly sequence. */
@Command(
        mixinStandardHelpOptions = true,
        header = Sequences.WEEKLY_PURPOSE,
        description = "When a step fails, the steps that depend on it are skipped and all others run. A parked"
                + " export does not stop the sequence.",
        footer = {"", "Example:", "  yieldline weekly"})
final class WeeklyCommand extends SequenceCommand {
    @Override
    SequenceOperation operation() {
        return Sequences.weekly();
    }
}
