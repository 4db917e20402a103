package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.AcknowledgeOperation;
import io.yieldline.operation.watch.AcknowledgeOperation.Acknowledged;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Acknowledges a finding. */
@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        header = AcknowledgeOperation.PURPOSE,
        footer = {"", "Examples:", "  yieldline findings acknowledge b4c90062 --note \"new tester on order\""})
final class FindingsAcknowledgeCommand extends PlantCommand<AcknowledgeOperation.Parameters, Acknowledged> {
    @Parameters(paramLabel = "FINDING", description = "The id of the finding.")
    String id = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            required = true,
            description = "What is known or done about it; replaces an earlier note.")
    String note = "";

    @Override
    Operation<AcknowledgeOperation.Parameters, Acknowledged> operation() {
        return new AcknowledgeOperation();
    }

    @Override
    AcknowledgeOperation.Parameters parameters() {
        return new AcknowledgeOperation.Parameters(id, note);
    }

    @Override
    void print(Acknowledged result, Console console) {
        console.line(result.summary() + ".");
    }
}
