package io.yieldline.operation;

import java.time.InstantSource;
import java.util.Locale;

/** Runs operations on an open plant and keeps them in the run log. */
public final class Runner {
    private final OpenPlant open;
    private final InstantSource clock;
    private final String caller;

    /**
     * For one caller.
     *
     * @param caller who asks: {@code cli}, {@code schedule} or {@code api}
     */
    public Runner(OpenPlant open, InstantSource clock, String caller) {
        this.open = open;
        this.clock = clock;
        this.caller = caller;
    }

    /** Runs an operation that may change something; its run is kept for ever. */
    public <P, R extends Result> R run(Operation<P, R> operation, P parameters, Progress progress) {
        Context context = open.context(progress);
        RunLog log =
                new RunLog(context.warehouse(), clock, open.plant().settings().zone());
        long id = log.begin(operation.name(), text(parameters), caller);
        try {
            R result = operation.run(parameters, withRun(context, id));
            log.end(id, result.exitCode().name().toLowerCase(Locale.ROOT), result.summary(), null);
            return result;
        } catch (RuntimeException e) {
            log.end(id, "failed", null, context.errors().explain(e));
            throw e;
        }
    }

    /** Answers a question, which changes nothing and is not kept. */
    public <P, R extends Result> R ask(Operation<P, R> operation, P parameters, Progress progress) {
        return operation.run(parameters, open.context(progress));
    }

    private static Context withRun(Context context, long id) {
        return new Context(
                context.plant(), context.feeds(), context.warehouse(), context.clock(), context.progress(), id);
    }

    /** A record prints as {@code Parameters[paths=[inbox]]}: what is inside the brackets reads well enough. */
    private static String text(Object parameters) {
        String text = parameters.toString();
        return text.substring(text.indexOf('[') + 1, text.length() - 1);
    }
}
