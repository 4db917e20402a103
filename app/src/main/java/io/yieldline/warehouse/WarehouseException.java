package io.yieldline.warehouse;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** A statement failed: an error of the program or the machine. */
public final class WarehouseException extends RuntimeException {
    /** A table, view or column that a statement names and the database does not have, in the words of DuckDB. */
    private static final Pattern MISSING = Pattern.compile(
            "catalog error: table with name .* does not exist.*|binder error: (referenced column|referenced table|table)"
                    + " .*(not found|does not have a column).*|binder error: contents of view were altered.*",
            Pattern.DOTALL);

    WarehouseException(String message, Throwable cause) {
        super(message, cause);
    }

    /** An invariant is violated. */
    public WarehouseException(String message) {
        super(message);
    }

    /** The message without the statement. */
    public String firstLine() {
        return String.valueOf(getMessage()).lines().findFirst().orElse("");
    }

    /** Whether a table or column is missing, which somebody dropped: all statements name those of this version. */
    public boolean missing() {
        boolean known = getCause() instanceof SQLException e
                && String.valueOf(e.getSQLState()).matches("42P01|42703");
        return known || MISSING.matcher(firstLine().toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether a statement was refused only because one before it in the same transaction had failed. */
    boolean afterAnother() {
        return firstLine().toLowerCase(Locale.ROOT).contains("current transaction is aborted");
    }

    /** What to say of an error in one line: if a table or column is missing, which commands find and repair it. */
    public static String line(RuntimeException error) {
        if (error instanceof WarehouseException statement && statement.missing()) {
            return "a table or column of the database is missing (" + statement.firstLine()
                    + "); find it with: yieldline check schema; repair it with: yieldline clean schema";
        }
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    }
}
