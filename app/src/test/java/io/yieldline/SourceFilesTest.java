package io.yieldline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A source file can be read as a whole. One that grew too long is divided by subject. */
class SourceFilesTest {
    private static final int LIMIT = 300;
    private static final String SOURCE = ".*\\.(java|js|css)";

    @Test
    void everyFileIsShort() {
        List<Path> files = Stream.of("../app/src", "../scale/src")
                .flatMap(folder -> files(Path.of(folder)))
                .toList();
        assertThat(files)
                .hasSizeGreaterThan(1_000)
                .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThan(LIMIT));
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().matches(SOURCE)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
