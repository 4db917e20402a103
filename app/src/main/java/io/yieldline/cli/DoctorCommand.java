package io.yieldline.cli;

import io.yieldline.ExitCode;
import io.yieldline.health.Diagnosis;
import io.yieldline.operation.Operation;
import io.yieldline.operation.watch.DoctorOperation;
import io.yieldline.operation.watch.DoctorOperation.Diagnosed;
import io.yieldline.operation.watch.FirstAid;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Diagnoses the plant, even if its database does not open. */
@Command(
        mixinStandardHelpOptions = true,
        header = DoctorOperation.PURPOSE,
        description = {
            "Examines home, disk, inbox, archive, database, ledger, master logs, marts, checks and runs."
                    + " For a broken link it shows the consequences and the command that repairs it. It changes"
                    + " nothing.",
            "Hashes every archived export and recomputes every mart; --quick skips both.",
            "Exit code 3: a link is broken. Warnings end with 0."
        },
        footer = {"", "Examples:", "  yieldline doctor", "  yieldline --json doctor --quick"})
final class DoctorCommand extends PlantCommand<DoctorOperation.Parameters, Diagnosed> {
    @Option(names = "--quick", description = "Compare sizes, not contents.")
    boolean quick;

    @Override
    Operation<DoctorOperation.Parameters, Diagnosed> operation() {
        return new DoctorOperation();
    }

    @Override
    DoctorOperation.Parameters parameters() {
        return new DoctorOperation.Parameters(quick);
    }

    @Override
    boolean changes() {
        return false;
    }

    @Override
    public Integer call() {
        if (!options().alone()) {
            return super.call();
        }
        Console console = options().console();
        Optional<Diagnosis> closed;
        try (CliProgress progress = console.progress()) {
            closed = new FirstAid(options().plant(), options().clock(), progress).needed(true, progress::note);
        }
        if (closed.isEmpty()) {
            return super.call();
        }
        show(new Diagnosed(closed.get()), console);
        return ExitCode.CHECK_FAILED.number();
    }

    @Override
    Object json(Diagnosed result) {
        return result.diagnosis();
    }

    @Override
    void print(Diagnosed result, Console console) {
        DiagnosisText.print(result.diagnosis(), console);
        if (result.diagnosis().sound()) {
            return;
        }
        console.line("");
        console.line("Next: " + console.command("recover --dry-run"));
    }
}
