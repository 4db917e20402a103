package io.yieldline.query;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says of a wrong SELECT, in one line: without its kind of error, and without our SQL around it. */
final class EngineMessage {
    private static final Pattern KIND = Pattern.compile("^[A-Za-z ]{3,30} Error: ");
    private static final String STOPPED = "INTERRUPT";
    private static final Pattern MEMORY =
            Pattern.compile("(?i)allocation failure|(could not|failed to) allocate|bad_?alloc");

    private EngineMessage() {}

    static String of(SQLException error) {
        String text = String.valueOf(error.getMessage());
        if (text.contains(STOPPED)) {
            return QueryFailure.TIME;
        }
        return MEMORY.matcher(text).find() ? QueryFailure.MEMORY : oneLine(text);
    }

    /** The first sentence of a message, as one line. */
    static String oneLine(String message) {
        int ours = message.indexOf("LINE 1: select * from query(");
        Matcher kind = KIND.matcher(ours < 0 ? message : message.substring(0, ours));
        return kind.replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}
