package io.yieldline.api;

import java.nio.file.Path;
import java.util.List;

/**
 * A command of a local command line for the server to run.
 *
 * @param words the arguments
 * @param directory base of relative paths
 * @param user who gave the command
 * @param colours whether to print colours
 * @param answers whether the user can answer questions
 */
public record CommandCall(List<String> words, Path directory, String user, boolean colours, boolean answers) {
    /** Route for commands. */
    public static final String ROUTE = "/commands";

    /** Route for answers to questions. */
    public static final String ANSWER_ROUTE = "/commands/answer";
}
