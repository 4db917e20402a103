package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation;
import io.yieldline.operation.load.LoadOperation;
import picocli.CommandLine.Command;

/** Loads exports and refreshes the marts. */
@Command(
        mixinStandardHelpOptions = true,
        header = LoadOperation.PURPOSE,
        description =
                "Does what ingest and then aggregate do, in one process, which is faster. The marts are brought up to"
                        + " date even if nothing was loaded. No checks run; daily runs them, too.",
        footer = {
            "",
            "Examples:",
            "  yieldline load exports/2025-04 exports/2025-05",
            "  yieldline --home plant load workstationOutputReport.xls"
        })
final class LoadCommand extends ExportsCommand {
    @Override
    Operation<IngestOperation.Parameters, IngestOperation.Loaded> operation() {
        return new LoadOperation();
    }
}
