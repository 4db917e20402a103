package io.yieldline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The plant's own exports and the tables that must come out of them, read in place; tests that ask for them are skipped where they are not. */
public final class RealData {
    private static final Path ROOT = Path.of(System.getProperty("yieldline.real-data", "../../shared"))
            .toAbsolutePath()
            .normalize();

    private RealData() {}

    /** All exports below a folder of the data, in name order; skips the calling test when there are none. */
    public static List<Path> exports(String folder) {
        Path data = existing("data/" + folder);
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().matches(".*\\.xlsx?"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of expected numbers, such as {@code plant/packing_daily.csv}; skips the calling test when it is not there. */
    public static Path expected(String file) {
        return existing("expected/" + file);
    }

    private static Path existing(String relative) {
        Path path = ROOT.resolve(relative);
        assumeTrue(Files.exists(path), () -> "real plant data not found at " + path);
        return path;
    }
}
