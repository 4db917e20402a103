package io.yieldline.plant;

import io.yieldline.ExitCode;
import io.yieldline.UserError;
import io.yieldline.yaml.YamlNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** An entry of {@code rules.yaml} in one line, such as {@code {from: 2025-05-26, note: Memorial Day}}. */
final class YamlLine {
    private YamlLine() {}

    /** Texts by key. */
    static String of(Map<String, String> texts) {
        return "{" + inner(texts) + "}";
    }

    /** The same without braces, to be part of a line. */
    static String inner(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** As it stands, where YAML reads the same text back. */
    static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9 ()._-]*[A-Za-z0-9).]|\\d{4}-\\d{2}-\\d{2}")
                        && !text.matches("(?i)true|false|null|yes|no|on|off")
                ? text
                : '"' + YamlNode.quotable(text) + '"';
    }

    /**
     * Reads a line that somebody gave in a form.
     *
     * @throws UserError with what is wrong, without the place in a file that there is not
     */
    static <T> T read(String line, Function<YamlNode, T> reader) {
        try {
            return reader.apply(YamlNode.parse("", line));
        } catch (UserError e) {
            throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()).replaceFirst("^:1: ", ""));
        }
    }
}
