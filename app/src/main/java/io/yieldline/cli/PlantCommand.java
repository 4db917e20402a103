package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.operation.Caller;
import io.yieldline.operation.DoctorOperation;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.Runner;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParentCommand;

/** A command that runs one operation on the plant and prints its result. */
abstract class PlantCommand<P, R extends Result> implements Callable<Integer> {
    @ParentCommand
    @Nullable
    YieldlineCommand parent;

    abstract Operation<P, R> operation();

    abstract P parameters();

    abstract void print(R result, Console console);

    /** What of the result is printed as JSON. */
    Object json(R result) {
        return result;
    }

    /** Whether the operation may change something, so that its run is kept. */
    boolean changes() {
        return true;
    }

    /** What must be there before the plant is opened. */
    void prepare() {}

    /** Who runs it, and why. */
    Caller caller() {
        return options().caller();
    }

    @Override
    public Integer call() {
        P parameters = parameters();
        Console console = options().console();
        prepare();
        Optional<RemoteProgram> server = options().server();
        return server.isPresent() ? server.get().run(console) : run(parameters, console);
    }

    private int run(P parameters, Console console) {
        try (OpenPlant open = options().open();
                CliProgress progress = console.progress()) {
            tellOfLosses(open, progress);
            Runner runner = new Runner(open, options().clock(), caller());
            R result = changes()
                    ? runner.run(operation(), parameters, progress)
                    : runner.ask(operation(), parameters, progress);
            progress.close();
            show(result, console);
            return result.exitCode().number();
        }
    }

    /** A database that lost commits looks like one that never had them: whoever reads numbers must hear of it. */
    private void tellOfLosses(OpenPlant open, CliProgress progress) {
        int lost = changes() || operation() instanceof DoctorOperation
                ? 0
                : open.lost().size();
        if (lost > 0) {
            progress.note("the database lacks " + Counted.of(lost, "confirmed export") + "; next: "
                    + options().console().command("recover"));
        }
    }

    final YieldlineCommand options() {
        return Objects.requireNonNull(parent);
    }

    final void show(R result, Console console) {
        if (console.json()) {
            console.json(json(result));
        } else {
            print(result, console);
        }
    }
}
