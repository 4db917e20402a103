package io.yieldline.operation;

/**
 * A task that Yieldline runs.
 *
 * @param <P> its parameters, a record
 * @param <R> its result, a record
 */
public interface Operation<P, R extends Result> {
    /**
     * The name in commands, runs and JSON. Name and purpose are constants of each operation, so that the annotation of its
     * command can use them.
     */
    String name();

    /** The purpose in one line: the same in help, API and documentation. */
    String purpose();

    /** The command line, without the program and its options. */
    default String command() {
        return name();
    }

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
