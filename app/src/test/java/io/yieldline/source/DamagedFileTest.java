package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.yieldline.source.SourceException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that lost their end or some of their bits: rows or a reason come out, never anything else, and never late. */
class DamagedFileTest {
    static final String CUT_OFF =
            "the file is cut off or damaged; it may still be being written, or the download broke off: wait, or export it again";

    private static final List<List<Object>> TABLE = IntStream.range(0, 60)
            .mapToObj(i -> List.<Object>of("SN" + i, 1654023081708L + i, i / 4.0, "note " + i % 7))
            .toList();
    private static final int MUTANTS = 250;

    @TempDir
    Path folder;

    static Stream<Arguments> writers() {
        return Stream.of(
                writer("xlsx", TableFile::xlsx),
                writer("xls", TableFile::xls),
                writer("csv", TableFile::csv),
                writer("html", TableFile::html),
                writer("mhtml", TableFile::quotedArchive),
                writer("xml", TableFile::spreadsheetMl));
    }

    static Stream<Arguments> workbooks() {
        return writers().limit(2);
    }

    private static Arguments writer(String name, BiFunction<Path, List<List<Object>>, Path> writer) {
        return Arguments.argumentSet(name, writer);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void end_missing(BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        byte[] whole = Files.readAllBytes(writer.apply(folder, TABLE));
        for (int percent = 5; percent < 100; percent += 5) {
            Path file = Exports.bytes(folder, "cut", Arrays.copyOf(whole, whole.length * percent / 100));
            Exports.assertRefused(file, Fault.TRUNCATED, CUT_OFF);
        }
    }

    @ParameterizedTest
    @MethodSource("writers")
    void anyEndMissing_rowsOrAReason(BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        byte[] whole = Files.readAllBytes(writer.apply(folder, TABLE));
        for (int i = 0; i < 120; i++) {
            read(Arrays.copyOf(whole, (int) ((long) whole.length * i / 120)), "cut at part " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("writers")
    void bitsFlipped_rowsOrAReason(BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        byte[] whole = Files.readAllBytes(writer.apply(folder, TABLE));
        Random random = new Random(20250401);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = whole.clone();
            for (int flips = 1 + i % 4; flips > 0; flips--) {
                mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
            }
            read(mutant, "mutant " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("writers")
    void bytesOverwritten_rowsOrAReason(BiFunction<Path, List<List<Object>>, Path> writer) throws Exception {
        byte[] whole = Files.readAllBytes(writer.apply(folder, TABLE));
        Random random = new Random(20250402);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = whole.clone();
            int start = random.nextInt(mutant.length);
            Arrays.fill(
                    mutant, start, Math.min(mutant.length, start + 8), (byte) (i % 2 == 0 ? 0xFF : random.nextInt()));
            read(mutant, "mutant " + i);
        }
    }

    private void read(byte[] bytes, String what) {
        Path file = Exports.bytes(folder, "damaged", bytes);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> {
                    try {
                        Exports.rows(file);
                    } catch (SourceException e) {
                        assertThat(e.getMessage()).as(what).doesNotContain("\n").isNotBlank();
                    }
                },
                what);
    }
}
