package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.AnnotationsOperation;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Command;

/** Lists the annotations. */
@Command(
        mixinStandardHelpOptions = true,
        header = AnnotationsOperation.PURPOSE,
        description = {
            "A note is for a day or several days, of a model or a station or all, such as a holiday or a new firmware. It"
                    + " stands on every chart of its days and scope.",
            "Notes are in the section annotations of rules.yaml. Change them there, or on the page Targets of the"
                    + " dashboard. No mart depends on them."
        },
        footer = {"", "Examples:", "  yieldline annotations", "  yieldline annotations --format csv"})
final class AnnotationsCommand extends TableCommand<AnnotationsOperation.Parameters> {
    @Override
    Operation<AnnotationsOperation.Parameters, TableResult> operation() {
        return new AnnotationsOperation();
    }

    @Override
    AnnotationsOperation.Parameters parameters() {
        return new AnnotationsOperation.Parameters();
    }

    @Override
    void print(Table table, Console console) {
        console.table(table);
    }
}
