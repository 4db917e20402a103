package io.yieldline.api;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A line of the response to a command: a piece of output, a question, or the end. Plain
 * text, because loading a JSON library takes longer than a short command.
 *
 * @param text output, question, or exit code
 */
public record CommandFrame(Kind kind, String text) {
    /** The kind of a line. */
    public enum Kind {
        /** Standard output. */
        OUT,
        /** Standard error. */
        ERR,
        /** A question to the user. */
        ASK,
        /** The server is alive and the command is running; nothing to print. */
        ALIVE,
        /** The exit code; the last line. */
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
