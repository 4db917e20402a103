package io.yieldline.api;

import java.nio.file.Path;
import java.util.List;

/**
 * A command that a server is to run for somebody at a command line.
 *
 * @param words the words of the command line
 * @param directory where relative paths start
 * @param user who gave the command
 * @param colours whether the output is read in colours
 * @param answers whether somebody can answer questions
 */
public record CommandCall(List<String> words, Path directory, String user, boolean colours, boolean answers) {
    /** Where commands are sent. */
    public static final String ROUTE = "/commands";

    /** Where answers to questions are sent. */
    public static final String ANSWER_ROUTE = "/commands/answer";
}
