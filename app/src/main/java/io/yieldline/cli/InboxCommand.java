package io.yieldline.cli;

import io.yieldline.ingest.ExportReport.Outcome;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.InboxOperation;
import picocli.CommandLine.Command;

/** Takes what is ready in the inbox. */
@Command(
        name = "inbox",
        mixinStandardHelpOptions = true,
        header = "Load what is ready in the inbox, clear it away, and bring the marts up to date.",
        description = {
            "A file is ready when it was not written in the last ten seconds. A loaded export is deleted from the inbox,"
                    + " since its bytes are in the archive; a parked one goes to parked/, with the reason beside it. A file whose end"
                    + " is missing is tried again three times before it is parked. A running server does all this by itself."
        },
        footer = {"", "Examples:", "  yieldline --home plant inbox", "  yieldline --home plant --json inbox"})
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
            console.line("moved to " + options().plantHome().parked() + ": parked exports, each with its .reason.txt");
        }
        IngestText.print(taken.loaded(), console);
    }
}
