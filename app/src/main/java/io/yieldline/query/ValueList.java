package io.yieldline.query;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.util.List;
import java.util.stream.Stream;

/** A list of values that a query can ask about, such as thousands of serial numbers: a table with one column, {@code value}. */
public record ValueList(String name, List<String> values) {
    /** Refuses a name that no parameter can have, and an empty list. */
    public ValueList {
        if (!name.matches("[a-z][a-z0-9_]{0,59}")) {
            throw new UserError(
                    ExitCode.USAGE,
                    "\"" + name + "\" is not a valid name of a list; write lower-case letters, digits and _");
        }
        if (values.isEmpty()) {
            throw new UserError(ExitCode.USAGE, "the list " + name + " is empty");
        }
    }

    /** A pasted list or the content of a file: values separated by line breaks, commas, semicolons or blanks, each kept once. */
    public static ValueList parse(String name, String text) {
        return new ValueList(
                name,
                Stream.of(text.replace("\uFEFF", "").split("[\\s,;\"]+"))
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList());
    }
}
