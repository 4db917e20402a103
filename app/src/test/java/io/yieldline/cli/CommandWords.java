package io.yieldline.cli;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Splits a command as a shell does: at blanks outside double quotes. */
final class CommandWords {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");

    private CommandWords() {}

    static String[] split(String command) {
        return WORD.matcher(command)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("\"", ""))
                .toArray(String[]::new);
    }
}
