package io.yieldline.cli;

import io.yieldline.operation.catalogue.SequenceOperation;
import io.yieldline.operation.catalogue.Sequences;
import picocli.CommandLine.Command;

/** The daily sequence. */
@Command(
        name = "daily",
        mixinStandardHelpOptions = true,
        header = "The daily schedule: load exports, bring the marts up to date, check.",
        description = "A step that fails stops those that need it; the others run. A parked export stops nothing.",
        footer = {"", "Example:", "  yieldline --home plant daily exports/today"})
final class DailyCommand extends SequenceCommand {
    @Override
    SequenceOperation operation() {
        return Sequences.daily();
    }
}
