package io.yieldline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds quaint phrases in a text, each with its line and what to write instead. */
record PlainWords(List<Phrase> phrases) {
    /** Between two words of a phrase: blanks, a line break with the sign of a comment, or two joined strings. */
    private static final String GAP = "(?:\\\\s|\"\\\\s*\\\\+\\\\s*\"|\\\\n\\\\s*(?:\\\\*|//|--|#))+";

    static PlainWords listed() throws IOException {
        try (var list = Objects.requireNonNull(PlainWords.class.getResourceAsStream("plain-words.txt"))) {
            return of(new String(list.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static PlainWords of(String list) {
        return new PlainWords(list.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" = ", 2))
                .map(parts -> new Phrase(pattern(parts[0]), parts[1]))
                .toList());
    }

    private static Pattern pattern(String phrase) {
        return Pattern.compile("(?i)(?<![\\w-])(?:" + phrase.replaceAll(" ", GAP) + ")(?![\\w-])");
    }

    /** Such as {@code docs/x.md:12: "is no day": write "is not a valid date"}. */
    Stream<String> in(Path root, Path file) {
        return in(root.relativize(file).toString(), read(file));
    }

    Stream<String> in(String name, String text) {
        return phrases.stream()
                .flatMap(phrase -> phrase.found()
                        .matcher(text)
                        .results()
                        .map(hit -> name + ":"
                                + (1
                                        + text.substring(0, hit.start()).lines().count()
                                        - (startsLine(text, hit.start()) ? 0 : 1))
                                + ": \"" + hit.group().replaceAll("\\s+", " ") + "\": write \"" + phrase.instead()
                                + "\""));
    }

    private static boolean startsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A phrase, and what to write instead. */
    record Phrase(Pattern found, String instead) {}
}
