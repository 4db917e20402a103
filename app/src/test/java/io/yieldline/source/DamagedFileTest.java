package io.yieldline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.yieldline.source.SourceException.Fault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that lost their end or some of their bits: rows or a reason come out, never anything else, and never late. */
@Tag("faults")
class DamagedFileTest {
    static final String CUT_OFF =
            "the file is truncated or damaged; it is still being written, or the download failed: wait, or export it again";

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

    @Test
    void markupMutatedUnderARightChecksum_rowsOrAReason() {
        String rows =
                "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>45748.5</v></c><c r='C1' t='inlineStr'><is><t>&amp;</t></is></c></row>";
        byte[] sheet = XlsxFile.sheet(rows.repeat(3)).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20250403);
        for (int i = 0; i < 4 * MUTANTS; i++) {
            byte[] mutant = mutate(sheet, random);
            Path file = XlsxFile.ofRows("")
                    .withStrings("<t>a</t>")
                    .with("xl/worksheets/sheet1.xml", out -> out.write(mutant))
                    .write(folder, "mutant.xlsx");
            read(file, "mutant " + i);
        }
    }

    @Test
    void recordsMutated_rowsOrAReason() {
        byte[] stream = new BiffFile()
                        .front(0xFC, BiffFile.join(BiffFile.shorts(1, 0, 1, 0), BiffFile.string("text")))
                        .cell(0xFD, 0, 0, BiffFile.shorts(0, 0))
                        .cell(0x27E, 0, 1, BiffFile.shorts(2, 0))
                        .record(0xBD, BiffFile.shorts(0, 2, 0, 2, 0, 0, 6, 0, 3))
                        .cell(0x204, 1, 0, BiffFile.string("label"))
                        .cell(6, 1, 1, new byte[] {0, 0, 0, 0, 0, 0, -1, -1})
                        .record(0x207, BiffFile.string("of a formula"))
                        .record(0x0A)
                        .stream(0x600);
        Random random = new Random(20250404);
        for (int i = 0; i < 4 * MUTANTS; i++) {
            read(BiffFile.ole(folder, "mutant.xls", "Workbook", mutate(stream, random)), "mutant " + i);
        }
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutant.length);
            mutant[at] = random.nextBoolean() ? (byte) random.nextInt() : mutant[random.nextInt(mutant.length)];
        }
        return mutant;
    }

    private void read(byte[] bytes, String what) {
        read(Exports.bytes(folder, "damaged", bytes), what);
    }

    private static void read(Path file, String what) {
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
