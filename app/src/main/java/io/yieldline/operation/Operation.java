package io.yieldline.operation;

/**
 * A task that Yieldline runs.
 *
 * @param <P> its parameters, a record
 * @param <R> its result, a record
 */
public interface Operation<P, R extends Result> {
    /** The name in commands, runs and JSON. */
    String name();

    /**
     * Whether no other operation that changes data may run at the same time. False for an operation that only reads
     * committed data, such as a backup.
     */
    default boolean exclusive() {
        return true;
    }

    /** Runs the operation. */
    R run(P parameters, Context context);
}
