package io.yieldline.query;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.time.LocalDateTime;

/**
 * A query with a name, for everybody who may query.
 *
 * @param title what it answers, in a few words
 * @param owner who saved it first
 * @param created when, in plant time
 * @param changed when it was saved last, in plant time
 */
public record SavedQuery(
        String name, String title, String sql, String owner, LocalDateTime created, LocalDateTime changed) {
    private static final int MOST_CHARACTERS_OF_TITLE = 200;

    /** Refuses a name that cannot stand in an address, a title that is too long, and a text that is no query. */
    public SavedQuery {
        if (!name.matches("[a-z0-9][a-z0-9_-]{0,59}")) {
            throw new UserError(
                    ExitCode.USAGE,
                    "\"" + name + "\" is not a valid name of a query; write lower-case letters, digits, - and _");
        }
        if (title.length() > MOST_CHARACTERS_OF_TITLE) {
            throw new UserError(ExitCode.USAGE, "the title has more than " + MOST_CHARACTERS_OF_TITLE + " characters");
        }
        sql = new QueryText(sql).sql();
    }
}
