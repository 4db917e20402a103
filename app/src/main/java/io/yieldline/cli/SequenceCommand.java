package io.yieldline.cli;

import io.yieldline.operation.catalogue.SequenceOperation;
import io.yieldline.warehouse.Table;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** A command that runs a sequence of the schedule. */
abstract class SequenceCommand extends PlantCommand<SequenceOperation.Parameters, SequenceOperation.Done> {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE_OR_FOLDER",
            description = "Exports to load (default: the complete files in the inbox).")
    List<Path> paths = List.of();

    @Override
    SequenceOperation.Parameters parameters() {
        return new SequenceOperation.Parameters(paths);
    }

    @Override
    void print(SequenceOperation.Done done, Console console) {
        console.table(new Table(
                List.of("step", "ended", "took", "result"),
                done.steps().stream().map(SequenceCommand::row).toList()));
        console.line(done.completed() + ".");
        done.next().forEach(command -> console.line("Next: " + console.command(command)));
    }

    private static List<Object> row(SequenceOperation.StepResult step) {
        return List.of(
                step.step(), step.outcome().replace('_', ' '), DurationFormat.of(step.seconds()), step.summary());
    }
}
