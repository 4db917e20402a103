package io.yieldline.cli;

import io.yieldline.Counted;
import io.yieldline.ExitCode;
import io.yieldline.operation.Caller;
import io.yieldline.operation.DatabaseReplacement;
import io.yieldline.operation.OpenPlant;
import io.yieldline.operation.Operation;
import io.yieldline.operation.Result;
import io.yieldline.operation.Runner;
import io.yieldline.operation.watch.DoctorOperation;
import io.yieldline.warehouse.DatabaseFault;
import io.yieldline.warehouse.WarehouseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that runs one operation on the plant and prints its result. */
abstract class PlantCommand<P, R extends Result> implements Callable<Integer> {
    @Spec
    CommandSpec spec = CommandSpec.create();

    /** What takes the place of the database when the plant is opened; only if the command {@link #repairs}. */
    @Nullable
    DatabaseReplacement replacement;

    abstract Operation<P, R> operation();

    abstract P parameters();

    abstract void print(R result, Console console);

    /** The part of the result that is printed as JSON. */
    Object json(R result) {
        return result;
    }

    /** Whether the operation can change data, so that the run is logged. */
    boolean changes() {
        return true;
    }

    /** Checks the preconditions before the plant is opened. */
    void prepare() {}

    /** The user and the reason. */
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
        try {
            return once(parameters, console);
        } catch (DatabaseFault | WarehouseException e) {
            if (!replaceable(e)) {
                throw e;
            }
            return once(parameters, console);
        }
    }

    /** Whether the command may replace a damaged database. */
    boolean repairs() {
        return false;
    }

    /** Looks at the database of a plant that nobody holds, before it is opened. */
    final void lookAtDatabase(Console console) {
        if (options().alone()) {
            replacement = options()
                    .turn()
                    .await(() ->
                            DatabaseReplacement.due(options().plant(), options().clock(), console.progress()))
                    .orElse(null);
        }
    }

    /** Whether a failure is that of a damaged database, which is then replaced before the work is done again. */
    private boolean replaceable(RuntimeException failure) {
        if (!repairs() || !options().alone()) {
            return false;
        }
        replacement = DatabaseReplacement.after(
                        failure, options().plant(), options().clock())
                .orElse(null);
        return replacement != null;
    }

    private int once(P parameters, Console console) {
        try (OpenPlant open = options().held().orElseGet(() -> open(console));
                CliProgress progress = console.progress()) {
            warnOfLosses(open, progress);
            R result = work(new Runner(open, options().clock(), caller()), parameters, progress, console);
            progress.close();
            show(result, console);
            if (heals(result)) {
                said(DamageReport.repaired(open.plant(), options().clock()), console);
            }
            return ended(open.warehouse().damage(), result, console).number();
        }
    }

    /** Work can go on beside a damage, such as the marts that can still be read; but it must not look done. */
    private ExitCode ended(@Nullable DatabaseFault damage, R result, Console console) {
        if (damage == null) {
            return result.exitCode();
        }
        if (operation() instanceof DoctorOperation) {
            said(DamageReport.damaged(damage, options().plant(), options().clock()), console);
            return result.exitCode();
        }
        throw damage;
    }

    /** Whether this result shows that a database that was damaged is whole again. */
    boolean heals(R result) {
        return repairs();
    }

    private static void said(String line, Console console) {
        if (!line.isEmpty()) {
            console.note(line);
        }
    }

    /** Does the work of the command on the open plant. */
    R work(Runner runner, P parameters, CliProgress progress, Console console) {
        return changes()
                ? runner.run(operation(), parameters, progress)
                : runner.ask(operation(), parameters, progress);
    }

    final YieldlineCommand options() {
        return (YieldlineCommand) spec.root().userObject();
    }

    /** Opens the plant if no server holds it. */
    OpenPlant open(Console console) {
        return options()
                .turn()
                .await(() -> OpenPlant.open(options().plant(), options().clock()));
    }

    /** A database that lost commits looks intact: warn users before they read numbers. */
    private void warnOfLosses(OpenPlant open, CliProgress progress) {
        int lost = changes() || operation() instanceof DoctorOperation
                ? 0
                : open.lost().size();
        if (lost > 0) {
            progress.note("the database lacks " + Counted.of(lost, "confirmed export") + "; next: "
                    + options().console().command("recover"));
        }
    }

    final void show(R result, Console console) {
        if (console.json()) {
            console.json(json(result));
        } else {
            print(result, console);
        }
    }
}
