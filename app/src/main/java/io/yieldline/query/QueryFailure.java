package io.yieldline.query;

import io.yieldline.UserError;

/** A query that has no answer: wrong SQL, too much time, too much memory. */
public final class QueryFailure extends UserError {
    /** What a worker says of a query that used up its time. */
    static final String TIME = "time is up";

    /** What a worker says of a query that used up its memory. */
    static final String MEMORY = "memory is full";

    QueryFailure(String message) {
        super(message);
    }

    /** The failure that a worker names. */
    static QueryFailure of(String message, QueryLimits limits) {
        return new QueryFailure(
                switch (message) {
                    case TIME ->
                        "the query was stopped after " + limits.seconds()
                                + " s; ask for fewer days or columns, or allow more time";
                    case MEMORY ->
                        "the query needs more memory than " + limits.memoryMegabytes()
                                + " MB; ask for fewer rows or columns, or raise memory_megabytes in the section query"
                                + " of yieldline.yaml";
                    default -> message;
                });
    }

    static QueryFailure ended() {
        return new QueryFailure("the query ended its process: it needs too much memory, or is nested too deeply;"
                + " ask for fewer rows or a simpler SELECT");
    }
}
