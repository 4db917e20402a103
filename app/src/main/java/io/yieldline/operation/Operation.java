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

    /** Does it. */
    R run(P parameters, Context context);
}
