package io.yieldline.query;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement that must change nothing, read nothing but the lake and stop nothing.
 *
 * @param sql the text, with names such as {@code @secret@} for files
 * @param refused whether it must have no answer
 */
public record Attack(String sql, boolean refused) {
    /** The statements of {@code attacks.sql}. */
    public static List<Attack> written() {
        List<Attack> attacks = new ArrayList<>();
        boolean refused = false;
        for (String line : text().lines().toList()) {
            if (line.startsWith("-- refused") || line.startsWith("-- harmless")) {
                refused = line.startsWith("-- refused");
            } else if (!line.isBlank() && !line.startsWith("--")) {
                attacks.add(new Attack(line, refused));
            }
        }
        return attacks;
    }

    /** Texts that overflow the stack of a process that is not prepared for them. */
    public static List<Attack> nested() {
        return List.of(
                nested("select ", "abs(", "1", ")", 900),
                nested("select ", "abs(", "1", ")", 3_000),
                nested("select ", "(", "1", ")", 7_000),
                nested("select ", "not ", "true", "", 900),
                nested("select ", "- ", "1", "", 7_000),
                nested("select ", "case when true then ", "1", " end", 600),
                nested("select ", "[", "1", "]", 3_000),
                nested("select ", "{'a': ", "1", "}", 900),
                nested("select ", "list_transform([1], x -> ", "1", ")", 500),
                nested("", "select * from (", "select 1", ")", 900),
                nested("", "select (", "select 1", ")", 900),
                nested("select null::", "struct(a ", "integer", ")", 900),
                nested("select null::integer", "[]", "", "", 5_000),
                nested("", "with a as (", "select 1", ") from a", 500),
                repeated("select 1 from unit_runs a0 ", " join unit_runs a%d using (day)", "", 400),
                repeated("select 1 from range(1) ", ", range(1) r%d", "", 800),
                repeated("with c0 as (select 1 as x)", ", c%1$d as (select * from c0)", " select * from c1", 400),
                repeated("select 1", " union all select %d", "", 900),
                repeated("select 1", " + %d", "", 2_500),
                repeated("select true", " and %d", "", 1_800),
                repeated("select 1 in (0", ", %d", ")", 2_500));
    }

    private static Attack nested(String before, String open, String inside, String close, int levels) {
        return new Attack(before + open.repeat(levels) + inside + close.repeat(levels), false);
    }

    private static Attack repeated(String before, String one, String after, int times) {
        return new Attack(
                before
                        + IntStream.rangeClosed(1, times)
                                .mapToObj(one::formatted)
                                .collect(Collectors.joining())
                        + after,
                false);
    }

    private static String text() {
        try (InputStream in = Attack.class.getResourceAsStream("attacks.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
