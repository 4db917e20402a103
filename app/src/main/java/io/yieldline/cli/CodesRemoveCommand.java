package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.api.auth.CodeChanged;
import io.yieldline.api.auth.CodeRemoveOperation;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Runner;
import io.yieldline.plant.FailureCodeChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes an entry of the code library. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        header = CodeRemoveOperation.PURPOSE,
        description =
                "The code stays in the list as long as records have it. The audit trail keeps what the entry said.",
        footer = {
            "",
            "Examples:",
            "  yieldline codes remove EC077 --from 2025-06-01",
            "  yieldline codes remove EC077 --model \"Tesla SXM5\" --yes"
        })
final class CodesRemoveCommand extends PlantCommand<FailureCodeChange, CodeChanged> {
    @Mixin
    CodeOptions entry = new CodeOptions();

    @Option(names = "--yes", description = "Do not ask for confirmation.")
    boolean yes;

    @Override
    Operation<FailureCodeChange, CodeChanged> operation() {
        return new CodeRemoveOperation();
    }

    @Override
    FailureCodeChange parameters() {
        return new FailureCodeChange(entry.code, entry.from, entry.model, null, null, null);
    }

    @Override
    CodeChanged work(Runner runner, FailureCodeChange parameters, CliProgress progress, Console console) {
        if (!yes
                && (console.json() || !console.typed("Type the code, " + entry.code + ", to remove it:", entry.code))) {
            throw new UserError(
                    ExitCode.USAGE,
                    "nothing was removed; type the code, \"" + entry.code + "\", when asked, or add --yes");
        }
        return super.work(runner, parameters, progress, console);
    }

    @Override
    void print(CodeChanged result, Console console) {
        console.line(result.summary() + ".");
    }
}
