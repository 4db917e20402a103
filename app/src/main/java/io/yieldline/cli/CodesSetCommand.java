package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.auth.CodeChanged;
import io.yieldline.api.auth.CodeSetOperation;
import io.yieldline.operation.Operation;
import io.yieldline.plant.FailureCodeChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sets an entry of the code library. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        header = CodeSetOperation.PURPOSE,
        description = "What you do not name stays as it is. A code that the library does not know yet needs an action."
                + " The change is in the audit trail.",
        footer = {
            "",
            "Examples:",
            "  yieldline codes set EC077 --action \"Replace the fan\" --owner Test",
            "  yieldline codes set EC077 --action Scrap --model SXM6 --from 2025-06-01"
        })
final class CodesSetCommand extends PlantCommand<FailureCodeChange, CodeChanged> {
    @Mixin
    CodeOptions entry = new CodeOptions();

    @Option(names = "--action", paramLabel = "TEXT", description = "The recommended action.")
    @Nullable
    String action;

    @Option(names = "--description", paramLabel = "TEXT", description = "What the code means.")
    @Nullable
    String description;

    @Option(names = "--owner", paramLabel = "TEXT", description = "Who answers for the code.")
    @Nullable
    String owner;

    @Override
    Operation<FailureCodeChange, CodeChanged> operation() {
        return new CodeSetOperation();
    }

    @Override
    FailureCodeChange parameters() {
        FailureCodeChange change =
                new FailureCodeChange(entry.code, entry.from, entry.model, action, description, owner);
        if (change.action() == null
                && (change.model() != null || change.description() == null && change.owner() == null)) {
            throw new UserError(
                    ExitCode.USAGE,
                    entry.model == null
                            ? "nothing to set; give --action, --description or --owner"
                            : "a model has an action of its own only; give --action");
        }
        return change;
    }

    @Override
    void print(CodeChanged result, Console console) {
        console.line(result.summary() + ".");
    }
}
