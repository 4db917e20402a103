package io.yieldline.cli;

import io.yieldline.operation.Caller;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.Runner;
import io.yieldline.plant.Plant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that runs one operation on the plant and prints its result. */
abstract class PlantCommand<P, R extends Result> implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

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

    /** The plant to run on. */
    Plant plant() {
        return options().plant();
    }

    @Override
    public Integer call() {
        P parameters = parameters();
        Console console = options().console();
        try (OpenPlant open = OpenPlant.open(plant(), options().clock());
                CliProgress progress = console.progress()) {
            Runner runner = new Runner(open, options().clock(), Caller.cli());
            R result = changes()
                    ? runner.run(operation(), parameters, progress)
                    : runner.ask(operation(), parameters, progress);
            progress.close();
            show(result, console);
            return result.exitCode().number();
        }
    }

    final YieldlineCommand options() {
        return (YieldlineCommand) spec.root().userObject();
    }

    private void show(R result, Console console) {
        if (console.json()) {
            console.json(json(result));
        } else {
            print(result, console);
        }
    }
}
