package io.yieldline.operation;

/**
 * Something that Yieldline can be told to do.
 *
 * @param <P> its parameters, a record
 * @param <R> its result, a record
 */
public interface Operation<P, R extends Result> {
    /** The word for it in commands, runs and JSON. */
    String name();

    /**
     * Whether no other operation that changes something may run at the same time. An operation that only reads what was
     * committed, such as a backup, says no.
     */
    default boolean exclusive() {
        return true;
    }

    /** Does it. */
    R run(P parameters, Context context);
}
