package io.yieldline;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands that a text suggests, such as {@code yieldline daily}. Texts are written without the home of the plant; where they
 * leave the program, the home is added, so that each command works when it is pasted.
 */
public final class Hint {
    /** PostgreSQL's schema has the name of the program. */
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w./\\\\-])(?<!schema )yieldline (?=[a-z])");

    private Hint() {}

    /** The program as it is called for a home. */
    public static String program(Path home) {
        String directory = home.toString();
        return "yieldline --home " + (directory.matches("[\\w./:\\\\-]+") ? directory : "\"" + directory + "\"");
    }

    /** A text whose suggested commands call this program. */
    public static String complete(String text, String program) {
        return COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(program + " "));
    }
}
