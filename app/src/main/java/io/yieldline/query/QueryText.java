package io.yieldline.query;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a query: one SELECT with named parameters such as <code>{from}</code>. A value becomes a quoted literal, a list a table;
 * neither ever becomes SQL. What stands in quotes or in a comment is left as it is.
 */
public record QueryText(String sql) {
    /** Maximum size of a text, with its values filled in. */
    public static final int MOST_BYTES = 16_384;

    private static final int MOST_CHARACTERS_OF_VALUE = 1_000;

    /** A quoted text, a quoted name, a text in dollars, comments, or the name of a parameter. */
    private static final Pattern PART = Pattern.compile(
            "'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(\\$[A-Za-z_]*\\$).*?\\1|--[^\\n]*|/\\*.*?\\*/|\\{([a-z][a-z0-9_]*)\\}",
            Pattern.DOTALL);

    /** Refuses a text that is empty or too long. */
    public QueryText {
        if (sql.isBlank()) {
            throw new UserError(ExitCode.USAGE, "the query is empty; write a SELECT");
        }
        requireSize(sql);
        sql = sql.strip().replaceAll(";\\s*$", "");
    }

    /** The names of its parameters, in the order in which they first appear. */
    public Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>();
        Matcher part = PART.matcher(sql);
        while (part.find()) {
            if (part.group(2) != null) {
                names.add(part.group(2));
            }
        }
        return names;
    }

    /**
     * The SELECT with values.
     *
     * @param values a value for each parameter that is not a list; others are refused
     * @param lists the lists by name; each can be asked for as a table, too
     */
    String filled(Map<String, String> values, List<ValueList> lists) {
        List<String> listNames = lists.stream().map(ValueList::name).toList();
        requireKnown(values, listNames);
        String filled = PART.matcher(sql)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(2) == null
                                ? part.group()
                                : listNames.contains(part.group(2))
                                        ? "(select value from " + identifier(part.group(2)) + ")"
                                        : literal(valueOf(part.group(2), values))));
        requireSize(filled);
        return filled;
    }

    private void requireKnown(Map<String, String> values, List<String> lists) {
        List<String> unknown = new ArrayList<>(values.keySet());
        unknown.removeAll(parameters());
        if (!unknown.isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the query has no parameter {" + unknown.get(0) + "}"
                            + (parameters().isEmpty() ? "" : "; its parameters: " + String.join(", ", parameters())));
        }
        values.keySet().stream().filter(lists::contains).findFirst().ifPresent(name -> {
            throw new UserError(ExitCode.USAGE, "{" + name + "} is given as a value and as a list; give one");
        });
    }

    private static String valueOf(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new UserError(
                    ExitCode.USAGE, "the parameter {" + name + "} has no value; give it: --param " + name + "=VALUE");
        }
        if (value.length() > MOST_CHARACTERS_OF_VALUE || value.indexOf('\0') >= 0) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the value of {" + name + "} is not a text of at most " + MOST_CHARACTERS_OF_VALUE + " characters");
        }
        return value;
    }

    private static void requireSize(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the query has more than " + MOST_BYTES + " bytes; give long lists as lists: --list NAME=FILE");
        }
    }

    /** A text as SQL. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A name as SQL. */
    static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
