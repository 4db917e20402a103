package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation.Loaded;
import io.yieldline.operation.load.RetryOperation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Loads parked exports again. */
@Command(
        mixinStandardHelpOptions = true,
        header = RetryOperation.PURPOSE,
        description = "Use it after a change of feeds, rules or the reject threshold. The original files are not"
                + " needed. Each export is loaded under its original name, or parked again with the current"
                + " reason.",
        footer = {"", "Examples:", "  yieldline retry", "  yieldline retry 12 15"})
final class RetryCommand extends PlantCommand<RetryOperation.Parameters, Loaded> {
    @Parameters(
            arity = "0..*",
            paramLabel = "EXPORT",
            description = "Numbers of parked exports, see: yieldline rejects --parked (default: all).")
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
