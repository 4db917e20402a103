package io.yieldline.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Runs operations on an open plant and logs them. */
public final class Runner {
    private final OpenPlant open;
    private final InstantSource clock;
    private final Caller caller;

    /** For one caller. */
    public Runner(OpenPlant open, InstantSource clock, Caller caller) {
        this.open = open;
        this.clock = clock;
        this.caller = caller;
    }

    /** Runs an operation that can change data when it has the lock; logs the run. */
    public <P, R extends Result> R run(Operation<P, R> operation, P parameters, Progress progress) {
        return open.lock().take(operation.exclusive(), () -> logged(operation, parameters, progress));
    }

    private <P, R extends Result> R logged(Operation<P, R> operation, P parameters, Progress progress) {
        Context context = open.context(new StoppableProgress(progress, open.lock()), caller);
        RunLog log =
                new RunLog(context.warehouse(), clock, open.plant().settings().zone());
        Instant start = clock.instant();
        long id = log.begin(operation.name(), text(parameters), caller);
        open.lock().begun(id);
        String outcome = RunLog.FAILED;
        String text = "broken off";
        try {
            R result = operation.run(parameters, context.withRun(id));
            outcome = RunLog.outcome(result.exitCode());
            text = result.summary();
            log.end(id, result);
            return result;
        } catch (RuntimeException e) {
            text = context.errors().explain(e);
            logFailed(log, id, text, e);
            throw e;
        } finally {
            Duration took = Duration.between(start, clock.instant());
            open.lock().ended(new EndedRun(id, operation.name(), caller, outcome, text, took));
        }
    }

    /** The reason of the run is told even if the database, which may be that reason, does not take it. */
    private static void logFailed(RunLog log, long id, String text, RuntimeException reason) {
        try {
            log.failed(id, text);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    /** Runs a query, which changes nothing and is not logged. */
    public <P, R extends Result> R ask(Operation<P, R> operation, P parameters, Progress progress) {
        return operation.run(parameters, open.context(progress, caller));
    }

    /** A record prints as {@code Parameters[paths=[inbox]]}: the content of the brackets is readable. */
    private static String text(Object parameters) {
        String text = parameters.toString();
        return text.substring(text.indexOf('[') + 1, text.length() - 1);
    }
}
