package io.yieldline.schedule;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Splits and quotes shell words. */
final class Shell {
    private Shell() {}

    static String line(Stream<String> words) {
        return words.map(Shell::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
