package io.yieldline.cli;

import io.yieldline.operation.catalogue.SequenceOperation;
import io.yieldline.operation.catalogue.Sequences;
import picocli.CommandLine.Command;

/** The weekly sequence. */
@Command(
        name = "weekly",
        mixinStandardHelpOptions = true,
        header = "The weekly schedule: load exports, bring all marts up to date, all checks.",
        description = "A step that fails stops those that need it; the others run. A parked export stops nothing.",
        footer = {"", "Example:", "  yieldline --home plant weekly"})
final class WeeklyCommand extends SequenceCommand {
    @Override
    SequenceOperation operation() {
        return Sequences.weekly();
    }
}
