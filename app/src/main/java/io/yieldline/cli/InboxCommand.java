package io.yieldline.cli;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.InboxOperation;
import picocli.CommandLine.Command;

/** Loads the inbox. */
@Command(
        mixinStandardHelpOptions = true,
        header = InboxOperation.PURPOSE,
        description = "A file is complete when it has not changed for ten seconds. A loaded export is deleted from"
                + " the inbox, because the archive has its bytes. A parked export is moved to parked/, with the"
                + " reason next to it. A truncated file is retried three times before it is parked. A running"
                + " server does this automatically.",
        footer = {"", "Examples:", "  yieldline inbox", "  yieldline --json inbox"})
final class InboxCommand extends PlantCommand<InboxOperation.Parameters, InboxOperation.Taken> {
    @Override
    Operation<InboxOperation.Parameters, InboxOperation.Taken> operation() {
        return new InboxOperation();
    }

    @Override
    InboxOperation.Parameters parameters() {
        return new InboxOperation.Parameters(null);
    }

    @Override
    void print(InboxOperation.Taken taken, Console console) {
        taken.remarks().forEach(console::line);
        if (taken.loaded().count(Outcome.PARKED) > 0) {
            console.line("Moved to " + options().plantHome().parked() + ": parked exports, each with its .reason.txt");
        }
        IngestText.print(taken.loaded(), console);
    }
}
