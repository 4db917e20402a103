package io.yieldline.schedule;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words as a shell reads them. */
final class Shell {
    private Shell() {}

    static String line(Stream<String> words) {
        return words.map(Shell::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
