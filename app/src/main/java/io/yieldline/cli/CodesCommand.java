package io.yieldline.cli;

import io.yieldline.operation.Operation;
import io.yieldline.operation.TableResult;
import io.yieldline.operation.ask.CodesOperation;
import io.yieldline.warehouse.Table;
import picocli.CommandLine.Command;

/** Lists the code library. */
@Command(
        mixinStandardHelpOptions = true,
        header = CodesOperation.PURPOSE,
        description = {
            "Codes are error codes of the test-board log, and station reasons of the workstation log. A failure that is in"
                    + " both logs counts once. The most frequent of the last 4 weeks come first; before has the 4 weeks"
                    + " before these.",
            "retested has the failed records of the last 8 weeks, or since the action is in force, whose unit has a later"
                    + " judged run at the station; pass_share is the percentage of those whose next run passed.",
            "Description, action and owner are in the section failure_codes of rules.yaml. Change them there, by set and"
                    + " remove, or on the page Codes of the dashboard. No mart depends on them."
        },
        subcommands = {CodesSetCommand.class, CodesRemoveCommand.class},
        footer = {
            "",
            "Examples:",
            "  yieldline codes",
            "  yieldline codes --format csv",
            "  yieldline codes set EC077 --action \"Replace the fan\" --owner Test",
            "  yieldline codes remove EC077 --from 2025-06-01"
        })
final class CodesCommand extends TableCommand<CodesOperation.Parameters> {
    @Override
    Operation<CodesOperation.Parameters, TableResult> operation() {
        return new CodesOperation();
    }

    @Override
    CodesOperation.Parameters parameters() {
        return new CodesOperation.Parameters();
    }

    @Override
    void print(Table table, Console console) {
        console.table(table);
    }
}
