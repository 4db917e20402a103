package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.RejectsOperation;
import io.yieldline.operation.TableResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what was not loaded. */
@Command(
        name = "rejects",
        mixinStandardHelpOptions = true,
        header = "List rejected rows with file, row and reason, or parked exports.",
        footer = {
            "",
            "Examples:",
            "  yieldline --home plant rejects --export 12",
            "  yieldline --home plant rejects --parked"
        })
final class RejectsCommand extends TableCommand<RejectsOperation.Parameters> {
    @Option(names = "--export", paramLabel = "N", description = "Only of this export.")
    @Nullable
    Long export;

    @Option(names = "--parked", description = "Exports that were refused whole, instead of rows.")
    boolean parked;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "200", description = "At most so many (default: 200).")
    int limit = 200;

    @Override
    Operation<RejectsOperation.Parameters, TableResult> operation() {
        return new RejectsOperation();
    }

    @Override
    RejectsOperation.Parameters parameters() {
        return new RejectsOperation.Parameters(export, parked, limit);
    }
}
