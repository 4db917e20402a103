package io.yieldline.cli;

import io.yieldline.operation.Caller;
import io.yieldline.operation.Operation;
import io.yieldline.operation.load.DismissOperation;
import io.yieldline.operation.load.DismissOperation.Dismissed;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Dismisses parked exports. */
@Command(
        mixinStandardHelpOptions = true,
        header = DismissOperation.PURPOSE,
        description = "For a cut-off copy of an export that arrived whole, or a file that is no export. It leaves the"
                + " list of parked exports, and its alert clears. The bytes stay in the archive; a rebuild"
                + " does not load them. Who dismissed what, when and why is listed by: yieldline rejects"
                + " --dismissed. To load a dismissed export after all: yieldline retry EXPORT.",
        footer = {"", "Example:", "  yieldline dismiss 12 --reason \"cut off; export 13 is whole\""})
final class DismissCommand extends PlantCommand<DismissOperation.Parameters, Dismissed> {
    @Parameters(
            arity = "1..*",
            paramLabel = "EXPORT",
            description = "Numbers of parked exports, see: yieldline rejects --parked.")
    List<String> exports = List.of();

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why they need not be loaded.")
    String reason = "";

    @Override
    Operation<DismissOperation.Parameters, Dismissed> operation() {
        return new DismissOperation();
    }

    @Override
    DismissOperation.Parameters parameters() {
        return new DismissOperation.Parameters(exports, reason);
    }

    @Override
    Caller caller() {
        return new Caller(super.caller().trigger(), super.caller().user(), reason);
    }

    @Override
    void print(Dismissed dismissed, Console console) {
        dismissed.exports().forEach(export -> console.line(export.file() + ": dismissed: " + export.reason()));
        console.line(dismissed.summary() + ". The bytes stay in the archive; see: "
                + console.command("rejects --dismissed"));
    }
}
