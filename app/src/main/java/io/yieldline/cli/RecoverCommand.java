package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.health.Recovery;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.FirstAid;
import io.yieldline.operation.watch.RecoverOperation;
import io.yieldline.operation.watch.RecoverOperation.Recovered;
import io.yieldline.operation.watch.RecoverOperation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Repairs the plant, even if its database does not open. */
@Command(
        mixinStandardHelpOptions = true,
        header = RecoverOperation.PURPOSE,
        description = {
            "Nothing is deleted: damaged files are moved to damaged/ in the home, and records are"
                    + " reloaded from the archived exports. You can interrupt the command and run it again.",
            "Exit code 3: a link is still broken. Repairs that you must make yourself are listed."
        },
        footer = {"", "Examples:", "  yieldline recover --dry-run", "  yieldline recover"})
final class RecoverCommand extends PlantCommand<RecoverOperation.Parameters, Recovered> {
    private final List<Step> firstAid = new ArrayList<>();

    @Option(names = "--dry-run", description = "Print the steps, but do not run them.")
    boolean dryRun;

    @Override
    Operation<RecoverOperation.Parameters, Recovered> operation() {
        return new RecoverOperation();
    }

    @Override
    RecoverOperation.Parameters parameters() {
        return new RecoverOperation.Parameters(dryRun);
    }

    @Override
    boolean changes() {
        return !dryRun;
    }

    @Override
    OpenPlant open(Console console) {
        return OpenPlant.recover(options().plant(), options().clock(), console::note);
    }

    @Override
    public Integer call() {
        if (!options().alone()) {
            return super.call();
        }
        FirstAid aid = new FirstAid(options().plant(), options().clock());
        Console console = options().console();
        Optional<Recovered> closed;
        try (CliProgress progress = console.progress()) {
            if (!dryRun) {
                firstAid.addAll(aid.give(progress::note));
            }
            closed = aid.needed(false, progress::note)
                    .map(diagnosis -> new Recovered(Recovery.plan(diagnosis), List.of(), diagnosis));
        }
        if (closed.isEmpty()) {
            return super.call();
        }
        show(closed.get(), console);
        return (dryRun ? closed.get().exitCode() : ExitCode.CHECK_FAILED).number();
    }

    @Override
    Object json(Recovered result) {
        return whole(result);
    }

    @Override
    void print(Recovered result, Console console) {
        Recovered whole = whole(result);
        if (dryRun) {
            DiagnosisText.printPlan(whole.plan(), console);
            return;
        }
        DiagnosisText.printSteps(whole.done(), console);
        DiagnosisText.print(whole.diagnosis(), console);
        DiagnosisText.printByHand(whole.diagnosis(), console);
    }

    private Recovered whole(Recovered result) {
        return new Recovered(
                Stream.concat(firstAid.stream().map(Step::remedy), result.plan().stream())
                        .toList(),
                Stream.concat(firstAid.stream(), result.done().stream()).toList(),
                result.diagnosis());
    }
}
