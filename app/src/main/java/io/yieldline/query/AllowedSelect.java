package io.yieldline.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses functions that a SELECT could do more with than read the tables of the lake, such as {@code enable_logging}, which writes
 * files wherever the engine may read, and {@code query}, which hides other text. The engine takes the SELECT apart; only functions
 * that return tables are dangerous, so each of them is refused that is not known to be harmless.
 *
 * <p>So are hundreds of joins: the plan of them alone takes seconds, in which the engine does not hear that it is told to stop.
 */
final class AllowedSelect {
    private static final int MOST_JOINS = 64;

    private static final Set<String> HARMLESS = Set.of(
            "range",
            "generate_series",
            "unnest",
            "repeat",
            "repeat_row",
            "json_each",
            "json_tree",
            "histogram",
            "histogram_values",
            "summary",
            "version",
            "icu_calendar_names",
            "pg_timezone_names");

    /** A quote inside of a text of the user is escaped, so that nothing but a join is written so, or a name of a function follows. */
    private static final Pattern JOIN = Pattern.compile("\"type\":\"JOIN\"");

    private static final Pattern NAME = Pattern.compile("\"function_name\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Connection engine;

    AllowedSelect(Connection engine) {
        this.engine = engine;
    }

    /** Why the SELECT is refused, in one line; empty if it is not. */
    String refusal(String sql) throws SQLException {
        Parsed parsed = parsed(sql);
        return parsed.error == null ? refused(parsed.tree) : wrong(sql, parsed.error, parsed.position);
    }

    /** The result is closed before the next one is asked for, because rows are streamed. */
    private Parsed parsed(String sql) throws SQLException {
        try (PreparedStatement parse = engine.prepareStatement("""
                select case when tree ->> 'error' = 'true' then tree ->> 'error_message' end, tree ->> 'position',
                    cast(tree as varchar)
                from (select json_serialize_sql(cast(? as varchar)) as tree)""")) {
            parse.setString(1, sql);
            try (ResultSet tree = parse.executeQuery()) {
                tree.next();
                return new Parsed(tree.getString(1), String.valueOf(tree.getString(2)), tree.getString(3));
            }
        }
    }

    private static String wrong(String sql, String message, String position) {
        String line = EngineMessage.oneLine(message);
        if (line.startsWith("Only SELECT")) {
            return "write one SELECT; a query can only read";
        }
        return position.matches("[0-9]{1,6}") ? line + " (" + place(sql, Integer.parseInt(position)) + ")" : line;
    }

    private static String place(String sql, int position) {
        String before = sql.substring(0, Math.min(position, sql.length()));
        return "line " + (before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0)) + ", character "
                + (before.length() - before.lastIndexOf('\n'));
    }

    private String refused(String tree) throws SQLException {
        long joins = JOIN.matcher(tree).results().count();
        return joins > MOST_JOINS
                ? "the query joins " + joins + " times, at most " + MOST_JOINS
                        + " are possible; join fewer tables, or ask in several queries"
                : forbidden(tree);
    }

    private String forbidden(String tree) throws SQLException {
        Set<String> used = new TreeSet<>();
        Matcher name = NAME.matcher(tree);
        while (name.find()) {
            used.add(name.group(1).toLowerCase(Locale.ROOT));
        }
        used.removeAll(HARMLESS);
        used.retainAll(tableFunctions());
        return used.isEmpty()
                ? ""
                : "the function " + used.iterator().next()
                        + " is not available; queries read the tables of the lake only";
    }

    private Set<String> tableFunctions() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement list = engine.prepareStatement("""
                        select distinct lower(function_name) from duckdb_functions()
                        where function_type not in ('scalar', 'aggregate', 'macro')""");
                ResultSet rows = list.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /**
     * What the engine made of a text.
     *
     * @param error why it is no SELECT; null if it is one
     * @param position where it is wrong
     * @param tree the SELECT taken apart, as JSON
     */
    private record Parsed(@Nullable String error, String position, String tree) {}
}
