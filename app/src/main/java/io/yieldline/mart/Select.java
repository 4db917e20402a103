package io.yieldline.mart;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The SELECT of a mart, parsed into its clauses.
 *
 * @param items selected items
 * @param from the FROM clause with its joins, or a SELECT in brackets and its alias
 * @param conditions the conditions, separately; empty if there are none
 * @param groups the grouping items; empty if there are none
 */
public record Select(List<Item> items, String from, List<String> conditions, List<String> groups) {
    private static final Pattern CLAUSES = Pattern.compile(
            "select\\s(.*?)\\sfrom\\s(.*?)(?:\\swhere\\s(.*?))?(?:\\sgroup by\\s(.*?))?", Pattern.DOTALL);
    private static final Pattern INNER = Pattern.compile("\\((.*)\\)\\s*\\w+", Pattern.DOTALL);
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern AND = Pattern.compile("\\band\\b");
    private static final Pattern WHOLE = Pattern.compile("\\b(or|between)\\b");

    /**
     * Takes a SELECT apart.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public static Select parse(String text) {
        String sql = text.replaceAll("--.*", "").strip();
        Matcher clauses = CLAUSES.matcher(SqlMask.of(sql));
        if (!clauses.matches()) {
            throw new IllegalArgumentException("no SELECT of the known shape: " + sql);
        }
        return new Select(
                split(clause(sql, clauses, 1), COMMA).map(Item::parse).toList(),
                clause(sql, clauses, 2),
                conditions(clause(sql, clauses, 3)),
                split(clause(sql, clauses, 4), COMMA).toList());
    }

    /** The inner SELECT, if the FROM clause is not a table. */
    public Optional<Select> inner() {
        Matcher inner = INNER.matcher(from);
        return inner.matches() ? Optional.of(parse(inner.group(1))) : Optional.empty();
    }

    /** Whether something is selected under this name. */
    public boolean has(String name) {
        return items.stream().anyMatch(item -> item.name().equals(name));
    }

    /** What is selected under this name. */
    public Item item(String name) {
        return items.stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is named " + name + " in " + items));
    }

    /** Without the conditions that contain a word. */
    public Select without(String word) {
        return new Select(
                items,
                from,
                conditions.stream()
                        .filter(condition -> !condition.contains(word))
                        .toList(),
                groups);
    }

    private static List<String> conditions(String where) {
        return WHOLE.matcher(SqlMask.of(where)).find()
                ? List.of("(" + where + ")")
                : split(where, AND).toList();
    }

    private static String clause(String sql, Matcher clauses, int group) {
        return clauses.group(group) == null ? "" : sql.substring(clauses.start(group), clauses.end(group));
    }

    private static Stream<String> split(String clause, Pattern separator) {
        return clause.isBlank() ? Stream.of() : SqlMask.split(clause, separator).stream();
    }

    /** A selected item. */
    public record Item(String expression, String name) {
        private static final Pattern NAMED = Pattern.compile("(.*)\\sas\\s+(\\w+)", Pattern.DOTALL);
        private static final Pattern MIN = Pattern.compile("min\\((\\w+)\\)");

        static Item parse(String text) {
            Matcher named = NAMED.matcher(SqlMask.of(text));
            return named.matches()
                    ? new Item(text.substring(0, named.end(1)).strip(), named.group(2))
                    : new Item(text, text.replaceFirst(".*\\.", ""));
        }

        /** Whether only the first record decides it. */
        public boolean ofFirst() {
            return MIN.matcher(expression).matches();
        }

        /** The expression on a single record. */
        public String onRecord() {
            return MIN.matcher(expression).replaceFirst("$1");
        }

        /** The contribution of one row. */
        public String share() {
            return RowContribution.of(expression);
        }
    }
}
