package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.TargetsOperation;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Command;

/** Lists the targets. */
@Command(
        mixinStandardHelpOptions = true,
        header = TargetsOperation.PURPOSE,
        description = {
            "Yields are in percent, packed is packing records with a pass on an output day. A target without model or station"
                    + " holds for all. Of several that hold on a day, that of the model and station counts, then the one"
                    + " with the newest first day.",
            "Targets are in the section targets of rules.yaml. Change them there, or on the page Targets of the dashboard."
                    + " No mart depends on them."
        },
        footer = {"", "Examples:", "  yieldline targets", "  yieldline targets --format csv"})
final class TargetsCommand extends TableCommand<TargetsOperation.Parameters> {
    @Override
    Operation<TargetsOperation.Parameters, TableResult> operation() {
        return new TargetsOperation();
    }

    @Override
    TargetsOperation.Parameters parameters() {
        return new TargetsOperation.Parameters();
    }

    @Override
    void print(Table table, Console console) {
        console.table(table);
    }
}
