package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Docs, help, messages, labels and comments are written in the terms of the field. */
class PlainWordsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void noPageOrSourceHasAQuaintPhrase() throws IOException {
        PlainWords words = PlainWords.listed();
        assertThat(texts().stream().flatMap(file -> words.in(ROOT, file))).isEmpty();
    }

    @Test
    void readsWhatPeopleRead() throws IOException {
        assertThat(texts())
                .extracting(file -> ROOT.relativize(file).toString())
                .contains(
                        "README.md",
                        "docs/cli.md",
                        "yieldline",
                        "app/src/main/java/io/yieldline/cli/Main.java",
                        "app/src/main/resources/io/yieldline/mart/packing_daily.sql",
                        "app/src/main/resources/io/yieldline/web/index.html");
    }

    @Test
    void namesFileLinePhraseAndReplacement() {
        PlainWords words = PlainWords.of("# a comment\nis no (day|date) = is not a valid date\n");
        assertThat(words.in("docs/x.md", "a\nb\n\"x\" is no day;\n"))
                .containsExactly("docs/x.md:3: \"is no day\": write \"is not a valid date\"");
        assertThat(words.in("x", "is no\n    date."))
                .containsExactly("x:1: \"is no date\": write \"is not a valid date\"");
        assertThat(words.in("x", "\n  throw wrong(\"is \"\n + \"no day\");")).hasSize(1);
        assertThat(words.in("x", "/** That is\n * no day. */")).hasSize(1);
        assertThat(words.in("x", "is not a valid date; this no daydream; is no-day"))
                .isEmpty();
    }

    /** Texts of our own; a migration that has landed is never edited. */
    private static List<Path> texts() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> below = Stream.of(".ci", "docs", "ops", "benchmarks", "app/src/main")
                        .map(ROOT::resolve)
                        .flatMap(PlainWordsTest::walk)) {
            return Stream.concat(top, below)
                    .filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().matches(".*(/[a-z]+|\\.(md|java|sql|ya?ml|js|html|css|jte|json|txt))"))
                    .filter(file -> !file.toString().matches(".*/(vendor|migration)/.*"))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
