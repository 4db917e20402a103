package io.yieldline.cli;

import io.yieldline.health.Recovery;
import io.yieldline.health.Remedy;
import io.yieldline.health.State;
import io.yieldline.operation.DatabaseReplacement;
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
            "Nothing is deleted: damaged files are moved to damaged/ in the home. A damaged database is replaced"
                    + " by the newest backup that can be read, and what came later is loaded from the archived"
                    + " exports. You can interrupt the command and run it again.",
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
        DatabaseReplacement due = replacement;
        if (due == null) {
            return super.open(console);
        }
        List<String> outcome = new ArrayList<>();
        OpenPlant open = due.make(
                true,
                line -> {
                    console.note(line);
                    outcome.add(line);
                },
                console.progress());
        replacement = null;
        firstAid.add(new Step(Remedy.replaceDatabase(), String.join("; ", outcome), null));
        return open;
    }

    @Override
    public Integer call() {
        if (!options().alone()) {
            return super.call();
        }
        Console console = options().console();
        Optional<Recovered> closed = firstAid(console);
        if (closed.isEmpty()) {
            return super.call();
        }
        show(closed.get(), console);
        return closed.get().exitCode().number();
    }

    /** What is left to do by hand, or would be done, while the plant cannot be opened; empty if it can be opened now. */
    private Optional<Recovered> firstAid(Console console) {
        try (CliProgress progress = console.progress()) {
            FirstAid aid = new FirstAid(options().plant(), options().clock(), progress);
            if (!dryRun) {
                firstAid.addAll(aid.give(progress::note));
                replacement = aid.replacement().orElse(null);
            }
            return replacement != null
                    ? Optional.empty()
                    : aid.needed(false, progress::note)
                            .map(diagnosis -> new Recovered(dryRun, Recovery.plan(diagnosis), List.of(), diagnosis));
        }
    }

    @Override
    boolean repairs() {
        return !dryRun;
    }

    @Override
    boolean heals(Recovered result) {
        return repairs()
                && result.diagnosis().in(State.BROKEN).stream()
                        .noneMatch(link -> link.link().equals("database"));
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
                result.dryRun(),
                Stream.concat(firstAid.stream().map(Step::remedy), result.plan().stream())
                        .toList(),
                Stream.concat(firstAid.stream(), result.done().stream()).toList(),
                result.diagnosis());
    }
}
