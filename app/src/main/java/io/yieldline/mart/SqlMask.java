package io.yieldline.mart;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with the content of brackets and quotes masked, so that clauses can be found by keywords. */
final class SqlMask {
    private static final char BLOT = '.';

    private SqlMask() {}

    /** Same length as the SQL; only the content of brackets and quotes is replaced. */
    static String of(String sql) {
        StringBuilder outline = new StringBuilder(sql.length());
        boolean quoted = false;
        int depth = 0;
        for (char c : sql.toCharArray()) {
            quoted ^= c == '\'';
            depth -= !quoted && c == ')' ? 1 : 0;
            outline.append(depth > 0 || quoted ? BLOT : c);
            depth += !quoted && c == '(' ? 1 : 0;
        }
        return outline.toString();
    }

    /** The parts between separators outside brackets and quotes. */
    static List<String> split(String sql, Pattern separator) {
        List<String> parts = new ArrayList<>();
        Matcher found = separator.matcher(of(sql));
        int start = 0;
        while (found.find()) {
            parts.add(sql.substring(start, found.start()).strip());
            start = found.end();
        }
        parts.add(sql.substring(start).strip());
        return parts;
    }
}
