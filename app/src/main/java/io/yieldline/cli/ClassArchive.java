package io.yieldline.cli;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands of each kind on a small demo plant in one process. While it runs, the launcher lets Java write down which classes they
 * load, so that later starts need not read them one by one.
 */
final class ClassArchive {
    private static final List<String> COMMANDS =
            List.of("demo --days 7 --units 100", "status", "runs", "findings", "report daily", "backup");

    private ClassArchive() {}

    /** The argument is the home of the demo plant. */
    public static void main(String[] arguments) {
        COMMANDS.forEach(words -> Main.run(Stream.concat(Stream.of("--home", arguments[0]), Stream.of(words.split(" ")))
                .toArray(String[]::new)));
    }
}
