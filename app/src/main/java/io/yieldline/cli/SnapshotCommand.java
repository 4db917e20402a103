package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.SnapshotOperation;
import picocli.CommandLine.Command;

/** Takes a snapshot. */
@Command(
        mixinStandardHelpOptions = true,
        header = SnapshotOperation.PURPOSE,
        description = {
            "The folder lake of the home then shows the tables of this moment: a folder for each table, with a file for each"
                    + " month or year. Exports can be loaded meanwhile, and whoever reads an earlier version can finish.",
            "Only months and years that changed are written."
        },
        footer = {"", "Examples:", "  yieldline snapshot"})
final class SnapshotCommand extends PlantCommand<SnapshotOperation.Parameters, SnapshotOperation.Taken> {
    @Override
    Operation<SnapshotOperation.Parameters, SnapshotOperation.Taken> operation() {
        return new SnapshotOperation();
    }

    @Override
    SnapshotOperation.Parameters parameters() {
        return new SnapshotOperation.Parameters();
    }

    @Override
    void print(SnapshotOperation.Taken taken, Console console) {
        console.sentence(taken.summary());
    }
}
