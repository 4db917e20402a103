package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.load.IngestOperation;
import picocli.CommandLine.Command;

/** Loads exports. */
@Command(
        mixinStandardHelpOptions = true,
        header = IngestOperation.PURPOSE,
        description = "Each export is archived first. It is then loaded completely in one transaction, or parked"
                + " with a reason. A file with the same bytes is loaded only once, whatever its name. Your"
                + " files are never changed or deleted.",
        footer = {
            "",
            "Examples:",
            "  yieldline ingest workstationOutputReport.xls",
            "  yieldline ingest exports/2025-04 exports/2025-05",
            "  yieldline ingest --max-rejected 20 damaged.xlsx"
        })
final class IngestCommand extends ExportsCommand {
    @Override
    Operation<IngestOperation.Parameters, IngestOperation.Loaded> operation() {
        return new IngestOperation();
    }
}
