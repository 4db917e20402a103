package io.yieldline.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A line of the answer to a command that a server runs for the command line: a piece of output, a question, or the end. Plain
 * text, since a short command would spend more time on loading a JSON library than on its work.
 *
 * @param text what was printed, what is asked, or the exit code
 */
public record CommandFrame(Kind kind, String text) {
    /** What a line holds. */
    public enum Kind {
        /** A piece of standard output. */
        OUT,
        /** A piece of standard error. */
        ERR,
        /** A question to the user. */
        ASK,
        /** The exit code: nothing follows. */
        EXIT
    }

    /** Reads a line. */
    public static CommandFrame parse(String line) {
        int colon = line.indexOf(':');
        return new CommandFrame(
                Kind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)),
                URLDecoder.decode(line.substring(colon + 1), StandardCharsets.UTF_8));
    }

    String line() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "\n";
    }
}
