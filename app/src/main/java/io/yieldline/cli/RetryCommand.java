package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation.Loaded;
import io.yieldline.operation.load.RetryOperation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads parked exports again. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        header = "Load parked exports again, from the archive, and bring the marts up to date.",
        description = {
            "After feeds, rules or the threshold of rejected rows were changed. Nobody needs the file any more.",
            "Each export is loaded under the name that it came with, or parked again with the reason of today."
        },
        footer = {"", "Examples:", "  yieldline --home plant retry", "  yieldline --home plant retry 12 15"})
final class RetryCommand extends PlantCommand<RetryOperation.Parameters, Loaded> {
    @Parameters(
            arity = "0..*",
            paramLabel = "EXPORT",
            description = "Numbers of exports, as in: yieldline rejects --parked (default: all that are parked).")
    List<String> exports = List.of();

    @Override
    Operation<RetryOperation.Parameters, Loaded> operation() {
        return new RetryOperation();
    }

    @Override
    RetryOperation.Parameters parameters() {
        return new RetryOperation.Parameters(exports);
    }

    @Override
    void print(Loaded loaded, Console console) {
        loaded.remarks().forEach(console::line);
        IngestText.print(loaded, console);
    }
}
