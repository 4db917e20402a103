package io.yieldline.schedule;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The machine that runs an exported schedule, and what a command there needs.
 *
 * @param program absolute path of the launcher, and the global options
 * @param home absolute path of the home
 * @param javaHome the installation of Java
 * @param user the user that owns the home
 * @param zone the time zone of the machine
 * @param variablesFile a file of environment variables, one {@code NAME='value'} a line
 * @param variables what that file must set, by name: a description of each value without its secrets
 */
public record JobHost(
        List<String> program,
        String home,
        String javaHome,
        String user,
        ZoneId zone,
        String variablesFile,
        Map<String, String> variables) {
    /** What the file of variables must set, as comment lines; none if nothing is needed. */
    List<String> notes() {
        if (variables.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of("# " + variablesFile + " must set, one NAME='value' a line, readable only by " + user
                                + ":"),
                        variables.entrySet().stream()
                                .map(variable -> "#   " + variable.getKey() + ": " + variable.getValue()))
                .toList();
    }

    /** Whether no command can do without the file of variables. */
    boolean needsVariables() {
        return !variables.isEmpty();
    }

    String noteLines() {
        return notes().stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
